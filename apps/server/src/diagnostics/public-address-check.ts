/** One request to PUBLIC_URL tells three things: whether it leads here, what its certificate is worth, and what time it is there. */
import type { X509Certificate } from 'node:crypto';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';
import { PROTOCOL_VERSION } from '@video-room/protocol';
import { judgeValidity } from './certificate-validity.js';
import type { Check } from './examination.js';
import { finding, type Finding } from './finding.js';

/** Tokens of other signers are refused when clocks differ by more. */
const CLOCK_TOLERANCE_MS = 10_000;
/** Shorter than a check may take, so that it says what it found. */
const ANSWER_WITHIN_MS = 8000;
/** The answer of /healthz is far shorter. */
const MAX_CHARACTERS = 4096;

interface Answer {
  status: number;
  body: string;
  /** Milliseconds since 1970; NaN: not said. Cut to the second. */
  date: number;
  /** Undefined over plain HTTP. */
  tls?: { certificate: X509Certificate | undefined; error: string | undefined };
}

/** @param ca PEM certificates to trust besides those Node does. */
export function publicAddressCheck(publicUrl: string | undefined, ca?: string): Check {
  if (publicUrl === undefined) {
    return {
      id: 'public-url',
      run: () => [finding('public-url', 'public-url-unset'), finding('clock', 'clock-unknown')],
    };
  }
  return {
    id: 'public-url',
    subject: publicUrl,
    async run(signal) {
      const url = new URL('/healthz', publicUrl);
      const subject = publicUrl;
      let answer: Answer;
      try {
        answer = await ask(url, AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]), ca);
      } catch (error) {
        const { code, name } = error as NodeJS.ErrnoException;
        const reason = name === 'AbortError' || name === 'TimeoutError' ? 'no answer in time' : (code ?? name);
        return [
          finding('public-url', 'public-url-unreachable', { subject, detail: { reason } }),
          finding('clock', 'clock-unknown'),
        ];
      }
      const code = isOurs(answer) ? 'public-url-ok' : 'public-url-wrong-answer';
      return [
        finding('public-url', code, { subject, detail: { status: answer.status } }),
        ...certificateFindings(url, answer),
        clockFinding(answer.date),
      ];
    },
  };
}

function ask(url: URL, signal: AbortSignal, ca?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const take = (response: IncomingMessage): void => {
      // Taken now: a connection that has ended tells no more.
      const { socket } = response;
      const tls =
        socket instanceof TLSSocket
          ? { certificate: socket.getPeerX509Certificate(), error: socket.authorized ? undefined : errorOf(socket) }
          : undefined;
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
        if (body.length > MAX_CHARACTERS) response.destroy();
      });
      response.on('error', reject);
      response.on('close', () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, body, date: Date.parse(headers.date ?? ''), ...(tls && { tls }) });
      });
    };
    const options = { signal, agent: false, headers: { accept: 'application/json' } };
    // A certificate that is not good is looked at, too; nothing secret is sent.
    const trust = { rejectUnauthorized: false, ...(ca !== undefined && { ca: [...rootCertificates, ca] }) };
    const request =
      url.protocol === 'https:' ? getHttps(url, { ...options, ...trust }, take) : getHttp(url, options, take);
    request.on('error', reject);
  });
}

/** Node says it with a code or an error, depending on what is wrong. */
function errorOf({ authorizationError }: TLSSocket): string {
  const error: unknown = authorizationError;
  if (error instanceof Error) return (error as NodeJS.ErrnoException).code ?? error.name;
  return typeof error === 'string' ? error : 'unknown';
}

function isOurs({ status, body }: Answer): boolean {
  if (status !== 200) return false;
  try {
    const said = JSON.parse(body) as { status?: unknown; protocol?: unknown } | null;
    return said?.status === 'ok' && said.protocol === PROTOCOL_VERSION;
  } catch {
    return false;
  }
}

function certificateFindings({ hostname, origin }: URL, { tls }: Answer): Finding[] {
  if (!tls?.certificate) return [];
  const { certificate, error } = tls;
  const { code, detail } = judgeValidity(certificate, Date.now());
  const found = (...[judged, more]: [Finding['code'], Finding['detail']?]): Finding[] => [
    finding('certificate', judged, { subject: origin, detail: { ...detail, ...more } }),
  ];
  if (code === 'certificate-expired') return found(code);
  const host = hostname.replace(/^\[|\]$/g, '');
  const fits = isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host);
  if (fits === undefined) return found('certificate-wrong-name');
  if (error !== undefined) return found('certificate-not-trusted', { reason: error });
  return found(code);
}

function clockFinding(date: number): Finding {
  if (Number.isNaN(date)) return finding('clock', 'clock-unknown');
  // The header is cut to the second: on average it is half a second late.
  const differenceMs = Math.round(Date.now() - (date + 500));
  const isOff = Math.abs(differenceMs) > CLOCK_TOLERANCE_MS;
  return finding('clock', isOff ? 'clock-off' : 'clock-ok', isOff ? { detail: { differenceMs } } : {});
}
