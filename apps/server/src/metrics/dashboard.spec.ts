/** The Grafana dashboard shows figures that the server really has, and all that are its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Figures } from '../../test/figures.js';
import { startServer, type TestServer } from '../../test/test-server.js';
import { PROJECT_ROOT } from '../project.js';

interface Panel {
  id: number;
  type: string;
  title: string;
  gridPos: { h: number; w: number; x: number; y: number };
  datasource?: { uid: string };
  fieldConfig?: { defaults: { unit: string } };
  targets?: { expr: string; datasource: { uid: string } }[];
}

interface Dashboard {
  schemaVersion: number;
  templating: { list: { name: string; type: string; definition?: string }[] };
  panels: Panel[];
}

const dashboard = JSON.parse(
  readFileSync(join(PROJECT_ROOT, 'deploy', 'grafana', 'video-room.json'), 'utf8'),
) as Dashboard;
const charts = dashboard.panels.filter(({ type }) => type !== 'row');
const expressions = [
  ...charts.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)),
  ...dashboard.templating.list.flatMap(({ definition = '' }) => definition),
];
const shown = new Set(expressions.flatMap((text) => text.match(/\bvideo_room_\w+/g) ?? []));

describe('the dashboard', () => {
  let server: TestServer;
  let types: Map<string, string>;
  beforeAll(async () => {
    const METRICS_TOKEN = 'the-token-of-the-figures';
    server = await startServer({ METRICS_TOKEN });
    ({ types } = await Figures.of(server.url, { authorization: `Bearer ${METRICS_TOKEN}` }));
  });
  afterAll(() => server.stop());

  /** What is asked for: a figure, or a part of a histogram. */
  const figureOf = (name: string) => {
    const histogram = name.replace(/_(bucket|sum|count)$/, '');
    return types.get(histogram) === 'histogram' ? histogram : name;
  };

  it('asks for nothing that the server does not tell', () => {
    expect(shown.size).toBeGreaterThan(20);
    for (const name of shown) expect([name, types.has(figureOf(name))]).toEqual([name, true]);
    for (const name of shown) {
      const isHistogram = types.get(figureOf(name)) === 'histogram';
      expect([name, isHistogram]).toEqual([name, /_(bucket|sum|count)$/.test(name)]);
    }
  });

  it('shows everything that is not just the process', () => {
    const figures = new Set([...shown].map(figureOf));
    const missing = [...types.keys()].filter(
      (name) => !/^video_room_(process|nodejs)_/.test(name) && !figures.has(name),
    );
    expect(missing).toEqual([]);
  });

  it('takes rates of what only grows, and of nothing else', () => {
    for (const text of expressions) {
      for (const [, rated, name = ''] of text.matchAll(/(?:(rate|increase)\()?(video_room_\w+)\{/g)) {
        const grows = types.get(figureOf(name)) !== 'gauge';
        expect([text, rated !== undefined]).toEqual([text, grows]);
      }
    }
  });

  it('reads from the data source that is chosen, in named units, with no panel over another', () => {
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(39);
    expect(dashboard.templating.list[0]).toMatchObject({ name: 'datasource', type: 'datasource' });
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const taken = new Set<string>();
    for (const { title, datasource, fieldConfig, targets = [], gridPos } of charts) {
      expect(title).not.toBe('');
      expect(fieldConfig?.defaults.unit).toMatch(/^(short|s|bytes|ops|percentunit)$/);
      for (const { uid } of [datasource, ...targets.map((target) => target.datasource)].filter((one) => !!one)) {
        expect(uid).toBe('${datasource}');
      }
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect(taken.has(`${x} ${y}`)).toBe(false);
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});
