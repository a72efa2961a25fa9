import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import type { ServerSetup } from '../server-setup.js';
import { HealthController } from './health.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { throttlersFor } from './rate-limits.js';
import { TokensController } from './tokens.controller.js';
import { createValidationPipe } from './validation.js';

/** REST: one controller per resource. */
@Module({})
export class ApiModule {
  static for({ limits }: ServerSetup): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      imports: [ThrottlerModule.forRoot(throttlersFor(limits.restPerMinute))],
      controllers: [TokensController, HealthController],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: createValidationPipe },
      ],
      exports: [ThrottlerModule],
    };
  }
}
