/** What Prometheus would read of a server, as numbers. */
export class Figures {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  static async of(url: string, headers: Record<string, string> = {}): Promise<Figures> {
    const response = await fetch(`${url}/metrics`, { headers });
    if (!response.ok) throw new Error(`no figures: ${response.status}`);
    return new Figures(await response.text());
  }

  /** The value of a series, as it is written: name and labels. 0 if there is none. */
  value(series: string): number {
    const line = this.text.split('\n').find((one) => one.startsWith(`${series} `));
    return line === undefined ? 0 : Number(line.slice(series.length + 1));
  }

  /** All figures by name, and what each is. */
  get types(): Map<string, string> {
    return new Map(
      [...this.text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type] as const),
    );
  }

  /** Everything that stands in a label. */
  get labelValues(): string[] {
    return [...this.text.matchAll(/="([^"]*)"/g)].map(([, value = '']) => value);
  }
}
