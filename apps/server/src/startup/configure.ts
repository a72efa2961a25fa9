import { existsSync } from 'node:fs';
import { readConfig, type ServerConfig } from '../config.js';

/** The configuration of this process: its environment, and what a `.env` file adds. @throws ConfigError */
export function configure(): ServerConfig {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}
