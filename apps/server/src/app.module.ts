import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { CoreModule } from './core.module.js';
import { SERVER_LOG, type ServerLog } from './log/server-log.js';
import type { MetricsSettings } from './config.js';
import { SERVER_SETUP, type ServerSetup } from './server-setup.js';
import { SignalingModule } from './signaling/signaling.module.js';
import { SiteModule } from './site/site.module.js';

/** The whole server for one setup. */
@Module({})
export class AppModule {
  static for(setup: ServerSetup, log: ServerLog): DynamicModule {
    const values = [
      { provide: SERVER_SETUP, useValue: setup },
      { provide: SERVER_LOG, useValue: log },
    ];
    const valuesModule = { module: AppModule, global: true, providers: values, exports: values };
    return {
      ...valuesModule,
      imports: [
        CoreModule,
        ApiModule.for(setup),
        SignalingModule,
        ...(setup.demo ? [SiteModule] : []),
        ...(setup.metrics ? [metricsModule(setup.metrics)] : []),
      ],
    };
  }
}

/** Loaded only where it is wanted: what writes the figures takes a moment to load. */
async function metricsModule(settings: MetricsSettings): Promise<DynamicModule> {
  const { MetricsModule } = await import('./metrics/metrics.module.js');
  return MetricsModule.for(settings);
}
