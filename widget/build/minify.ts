/**
 * What the bundler's own minifier leaves: style sheets and templates are strings to it. Style sheets go through esbuild;
 * templates lose their indentation, and white space between two tags, so no template may depend on either.
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

/** @param banner first line of every chunk. */
export function minify(banner: string): Plugin {
  return {
    name: 'minify',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.includes('/widget/src/')) return undefined;
      if (id.endsWith('.styles.ts')) return { code: await minifyStyleSheets(code), map: null };
      return { code: code.replace(/>\s*\n\s*</g, '><').replace(/\n\s+/g, '\n'), map: null };
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        // Licences are in licenses.txt; hints for other bundlers are of no use to a page.
        if (output.type === 'chunk') output.code = `${banner}\n${output.code.replaceAll('/* @__PURE__ */', '')}`;
      }
    },
  };
}
