/** The figures of the server, for Prometheus. The only part that knows how they are written. */
import { Module, type DynamicModule } from '@nestjs/common';
import type { MetricsSettings } from '../config.js';
import { SignalingModule } from '../signaling/signaling.module.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsGuard } from './metrics.guard.js';
import { MetricsPort } from './metrics-port.js';
import { Metrics } from './metrics.js';

@Module({})
export class MetricsModule {
  static for({ listen }: MetricsSettings): DynamicModule {
    return {
      module: MetricsModule,
      imports: [SignalingModule],
      controllers: listen ? [] : [MetricsController],
      providers: [Metrics, listen ? MetricsPort : MetricsGuard],
    };
  }
}
