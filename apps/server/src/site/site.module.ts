import { Module } from '@nestjs/common';
import { SiteController } from './site.controller.js';

/** The demo pages. */
@Module({ controllers: [SiteController] })
export class SiteModule {}
