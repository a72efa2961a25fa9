/**
 * Vite leaves white space in ES libraries, so esbuild finishes the job: on the style sheets while they load, on the
 * chunks at the end. Templates lose their indentation, and white space
 * between two tags; so no template may depend on either.
 */
import { transform } from 'esbuild';
import type { Plugin } from 'vite';

const STYLE_SHEET = /\bcss`([^`$]*)`/g;

async function minifyStyleSheets(code: string): Promise<string> {
  let minified = code;
  for (const [whole, sheet = ''] of code.matchAll(STYLE_SHEET)) {
    const { code: css } = await transform(sheet, { loader: 'css', minify: true, target: 'es2022' });
    minified = minified.replace(whole, () => `css\`${css.trim().replaceAll('\\', '\\\\')}\``);
  }
  return minified;
}

export function minify(banner: string): Plugin {
  return {
    name: 'minify',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.includes('/widget/src/')) return undefined;
      if (id.endsWith('.styles.ts')) return { code: await minifyStyleSheets(code), map: null };
      return { code: code.replace(/>\s*\n\s*</g, '><').replace(/\n\s+/g, '\n'), map: null };
    },
    async generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue;
        const { code } = await transform(output.code, {
          minify: true,
          format: 'esm',
          target: 'es2022',
          legalComments: 'none',
        });
        output.code = `${banner}\n${code}`;
      }
    },
  };
}
