import { Module } from '@nestjs/common';
import { DemoTokenController } from './demo-token.controller.js';
import { PagesController } from './pages.controller.js';

/** The demo pages. */
@Module({ controllers: [PagesController, DemoTokenController] })
export class SiteModule {}
