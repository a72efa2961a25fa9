/** What all resources of the REST API have in common: who may ask, how often, and that no answer is kept on its way. */
import {
  applyDecorators,
  Controller,
  UseGuards,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { ApiBasicAuth, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ApiKeyGuard } from './api-key.guard.js';
import { AddressLimit, KeyLimit } from './rate-limits.js';

/**
 * Makes a class the controller of a resource.
 * @param tag its name in the documentation.
 */
export const RestResource = (tag: string, path: string): ClassDecorator =>
  applyDecorators(
    Controller(path),
    ApiTags(tag),
    ApiBasicAuth(),
    UseGuards(AddressLimit, ApiKeyGuard, KeyLimit),
    UseInterceptors(NoStore),
  );

class NoStore implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    context.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'no-store');
    return next.handle();
  }
}
