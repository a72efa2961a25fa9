import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Doctor } from '../diagnostics/doctor.js';
import { RateLimiter } from '../limits/rate-limiter.js';
import type { ServerSetup } from '../server-setup.js';
import { CallsController } from './calls.controller.js';
import { DiagnosticsController } from './diagnostics.controller.js';
import { HealthController } from './health.controller.js';
import { MessagesController } from './messages.controller.js';
import { ModerationController } from './moderation.controller.js';
import { OccupancyController } from './occupancy.controller.js';
import { ParticipantsController } from './participants.controller.js';
import { PeopleController } from './people.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { ADDRESS_LIMITER, KEY_LIMITER } from './rate-limits.js';
import { RoomsController } from './rooms.controller.js';
import { TimelineController } from './timeline.controller.js';
import { TokenChecksController } from './token-checks.controller.js';
import { TokensController } from './tokens.controller.js';
import { createValidationPipe } from './validation.js';

/** REST: one controller per resource. */
@Module({})
export class ApiModule {
  static for({ limits }: ServerSetup): DynamicModule {
    return {
      module: ApiModule,
      global: true,
      controllers: [
        TokensController,
        TokenChecksController,
        RoomsController,
        ParticipantsController,
        PeopleController,
        ModerationController,
        MessagesController,
        CallsController,
        TimelineController,
        OccupancyController,
        DiagnosticsController,
        HealthController,
      ],
      providers: [
        Doctor,
        { provide: ADDRESS_LIMITER, useFactory: () => new RateLimiter(limits.restPerMinute) },
        { provide: KEY_LIMITER, useFactory: () => new RateLimiter(limits.restPerMinute) },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: createValidationPipe },
      ],
      exports: [ADDRESS_LIMITER],
    };
  }
}
