/**
 * Perfect negotiation (W3C WebRTC section 10.7) of one peer connection. Knows neither tracks nor sockets nor screen: it
 * is given what the other end said and emits what to tell it.
 *
 * Everything runs in one queue, so when a step begins, `signalingState` tells the whole truth and no flags are needed:
 * an offer that comes while our own is unanswered collides. The polite end then takes the other's offer (the browser
 * rolls its own back), the impolite end ignores it. Repeats are harmless: a repeated offer gets the same answer again,
 * an answer to anything but the open offer is dropped. An offer that is taken but cannot be answered is taken back. A step
 * that does not end, and steps that fail again and again, are told for as long as that goes on: then the connection has to
 * be made anew.
 */
import { LIMITS, type CandidateInit, type LinkId, type SectionSources, type SignalBody } from '@video-room/protocol';
import type { Logger } from '@video-room/log';
import { Emitter } from '../../emitter.js';
import { longTexts } from '../../long-texts.js';
import { withOpusWishes } from './sound-coding.js';

export type NumberedSignal = SignalBody & { seq: number };
/** What is negotiated; how large pictures are shown is only numbered with it. */
type NegotiatedSignal = Exclude<NumberedSignal, { kind: 'view' }>;

type Offer = Extract<NumberedSignal, { kind: 'offer' }>;
type Answer = Extract<NumberedSignal, { kind: 'answer' }>;
type Candidate = Extract<NumberedSignal, { kind: 'candidate' }>;

interface NegotiatorEvents {
  signal: NumberedSignal;
  /**
   * The other end's offer is set and about to be answered: the moment to attach one's own tracks. Says whether an offer of this
   * end was taken back for it.
   */
  offered: boolean;
  /** Offer and answer are exchanged. */
  stable: undefined;
  /** This connection will not be negotiated any more, and why. */
  stuck: string;
}

/** Milliseconds. Browsers take a few hundred for a step even when they have much to do. */
export const STEP_LIMIT_MS = 10_000;
/** So many descriptions in a row that the browser refuses. */
const MOST_FAILURES = 3;
/** An ignored offer shows that the other end did not have ours; if that is as old as this, it was lost, not late. */
const LOST_AFTER_MS = 250;

export interface NegotiatorOptions {
  polite: boolean;
  /** Whether this end makes the first offer. */
  offers: boolean;
  log: Logger;
  /** Names the link in the log. */
  link: LinkId;
  /** What to tell of this end's sections beside each description. */
  sources: () => SectionSources | undefined;
  /** The last number this end has used over this link, by an earlier connection. */
  seq?: number;
}

export class Negotiator extends Emitter<NegotiatorEvents> {
  readonly #pc: RTCPeerConnection;
  readonly #polite: boolean;
  readonly #offers: boolean;
  readonly #log: Logger;
  readonly #link: LinkId;
  readonly #sources: NegotiatorOptions['sources'];
  /** Candidates that came before the description they belong to. */
  readonly #early: Candidate[] = [];
  /** Candidates that came since a description was taken, and those that came before it. */
  #candidates = 0;
  #queue: Promise<void> = Promise.resolve();
  #seq: number;
  #openOffer: Offer | undefined;
  #offeredAt = 0;
  #failures = 0;
  #lastAnswer: Answer | undefined;
  /** Candidates of an ignored offer are expected to fail. */
  #ignoring = false;
  #theirs: SectionSources = {};

  constructor(pc: RTCPeerConnection, options: NegotiatorOptions) {
    super();
    this.#pc = pc;
    this.#polite = options.polite;
    this.#offers = options.offers;
    this.#link = options.link;
    this.#sources = options.sources;
    this.#seq = options.seq ?? 0;
    this.#log = options.log.with({ category: 'negotiate' });
    pc.addEventListener('negotiationneeded', () => this.#enqueue('make an offer', () => this.#offer()));
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) this.send({ kind: 'candidate', candidate: candidate.toJSON() as CandidateInit });
    });
  }

  /** What the other end told of its sections beside its last description that counts. */
  get theirs(): SectionSources {
    return this.#theirs;
  }

  /** The last number this end has used. */
  get seq(): number {
    return this.#seq;
  }

  /**
   * Makes the first offer at once. The browser would ask for it only in a turn of its own, which on arrival in a room
   * comes after the page has drawn everybody.
   */
  start(): void {
    this.#queue = this.#run('make an offer', () => this.#offer());
  }

  /** Handles one signal of the other end. Signals are handled in the order they are given. */
  receive(signal: NegotiatedSignal): void {
    switch (signal.kind) {
      case 'offer':
        return this.#enqueue('take an offer', () => this.#takeOffer(signal), signal);
      case 'answer':
        return this.#enqueue('take an answer', () => this.#takeAnswer(signal), signal);
      case 'candidate':
        return this.#enqueue('add a candidate', () => this.#takeCandidate(signal), signal);
      default:
        return signal satisfies never;
    }
  }

  /** Sends an unanswered offer again, under its old number. */
  resend(): void {
    this.#enqueue('make an offer again', () => this.#sendAgain());
  }

  /**
   * Begins anew, and not while an offer of the other end is half taken, as it would be lost in that. Behind an unanswered offer it
   * would only wait: that is sent again instead.
   * @param restart leads to another offer.
   * @param stale whether the unanswered one is of no use, and taken back.
   */
  renew(restart: () => void, stale: boolean): void {
    this.#enqueue('make an offer', async () => {
      if (this.#pc.signalingState === 'have-local-offer') {
        // A first offer cannot be taken back without the sections it made.
        if (!stale || !this.#pc.remoteDescription) return this.#sendAgain();
        await this.#pc.setLocalDescription({ type: 'rollback' });
        this.#openOffer = undefined;
      }
      restart();
    });
  }

  #sendAgain(): void {
    const offer = this.#openOffer;
    if (this.#pc.signalingState !== 'have-local-offer' || !offer) return;
    this.#about(offer).with({ own: true }).debug('offer sent again', { seq: offer.seq });
    this.emit('signal', { ...offer, ...this.#description() });
  }

  async #offer(): Promise<void> {
    // In any other state the browser asks again as soon as it is stable.
    if (this.#pc.signalingState !== 'stable') return;
    // Who answers first has nothing to offer before it knows the sections, yet Chromium asks it to when it gets ICE servers.
    if (!this.#offers && !this.#pc.remoteDescription) return;
    await this.#pc.setLocalDescription();
    this.#openOffer = this.send({ kind: 'offer', ...this.#description() }) as Offer;
    this.#offeredAt = performance.now();
    const { seq, sdp } = this.#openOffer;
    this.#about(this.#openOffer).with({ own: true }).debug('offer made', longTexts.keep({ seq, sdp }));
  }

  async #takeOffer(offer: Offer): Promise<void> {
    if (this.#lastAnswer && offer.seq <= this.#lastAnswer.offer) {
      if (offer.seq === this.#lastAnswer.offer) this.emit('signal', this.#lastAnswer);
      this.#about(offer).debug('repeated offer', { seq: offer.seq });
      return;
    }
    const collision = this.#pc.signalingState !== 'stable';
    this.#ignoring = collision && !this.#polite;
    if (collision) {
      this.#about(offer).with({ category: 'decision' }).info('both offered at once', { yields: this.#polite });
    }
    if (this.#ignoring) {
      if (performance.now() - this.#offeredAt > LOST_AFTER_MS) this.#sendAgain();
      return;
    }
    await this.#pc.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    this.#theirs = offer.sources ?? {};
    this.#openOffer = undefined;
    this.emit('offered', collision);
    await this.#pc.setLocalDescription();
    this.#lastAnswer = this.send({ kind: 'answer', ...this.#description(), offer: offer.seq }) as Answer;
    const { seq, sdp } = this.#lastAnswer;
    this.#about(offer).debug('answer made', longTexts.keep({ seq, offer: offer.seq, sdp }));
    this.#failures = 0;
    this.emit('stable', undefined);
    await this.#addEarly();
  }

  async #takeAnswer(answer: Answer): Promise<void> {
    if (this.#pc.signalingState !== 'have-local-offer' || answer.offer !== this.#openOffer?.seq) {
      this.#about(answer).debug('late answer dropped', { seq: answer.seq, offer: answer.offer });
      return;
    }
    await this.#pc.setRemoteDescription({ type: 'answer', sdp: answer.sdp });
    this.#theirs = answer.sources ?? {};
    this.#openOffer = undefined;
    this.#ignoring = false;
    this.#about(answer).debug('stable', { offer: answer.offer });
    this.#failures = 0;
    this.emit('stable', undefined);
    await this.#addEarly();
  }

  /** The browser tries each, whatever address it names: whoever sends more than any browser does is not listened to. */
  async #takeCandidate(signal: Candidate): Promise<void> {
    if (this.#candidates >= LIMITS.candidates) return this.#about(signal).debug('candidate beyond the limit dropped');
    this.#candidates += 1;
    await this.#addCandidate(signal);
  }

  async #addCandidate(signal: Candidate): Promise<void> {
    if (!this.#pc.remoteDescription) {
      this.#about(signal).debug('candidate held');
      this.#early.push(signal);
      return;
    }
    try {
      await this.#pc.addIceCandidate(signal.candidate);
      this.#about(signal).debug('candidate added');
    } catch (cause) {
      if (!this.#ignoring) this.#about(signal).warn('candidate refused by the browser', { cause: said(cause) });
    }
  }

  async #addEarly(): Promise<void> {
    this.#candidates = this.#early.length;
    for (const signal of this.#early.splice(0)) await this.#addCandidate(signal);
  }

  /** For a line that a signal led to. */
  #about({ seq }: { seq: number }): Logger {
    return this.#log.with({ cause: `${this.#link}:${seq}` });
  }

  /** Tells the other end something, under the next number of this end. */
  send(body: SignalBody): NumberedSignal {
    this.#seq += 1;
    const signal = { ...body, seq: this.#seq };
    this.emit('signal', signal);
    return signal;
  }

  #description(): { sdp: string; sources?: SectionSources } {
    const sources = this.#sources();
    return { sdp: withOpusWishes(this.#pc.localDescription?.sdp ?? ''), ...(sources && { sources }) };
  }

  #enqueue(step: string, run: () => unknown, signal?: NegotiatedSignal): void {
    this.#queue = this.#queue.then(() => this.#run(step, run, signal));
  }

  async #run(step: string, run: () => unknown, signal?: NegotiatedSignal): Promise<void> {
    if (this.#pc.signalingState === 'closed') return;
    const watchdog = setInterval(() => {
      if (this.#pc.signalingState === 'closed') clearInterval(watchdog);
      else this.emit('stuck', `${step} without end`);
    }, STEP_LIMIT_MS);
    try {
      await run();
    } catch (cause) {
      // A peer connection closed in the middle of a step is no fault. (Its state changed while the step waited.)
      if ((this.#pc.signalingState as RTCSignalingState) === 'closed') return;
      (signal ? this.#about(signal) : this.#log).error('negotiation step failed', { step, cause: said(cause) });
      // Half taken, an offer would keep every other step from being made.
      if ((this.#pc.signalingState as RTCSignalingState) === 'have-remote-offer') {
        await this.#pc.setRemoteDescription({ type: 'rollback' }).catch(() => undefined);
      }
      this.#failures += 1;
      // Again and again, as there are times at which a connection may not be made anew.
      if (this.#failures >= MOST_FAILURES) this.emit('stuck', `${step} fails`);
    } finally {
      clearInterval(watchdog);
    }
  }
}

/** Browsers quote what they cannot read, and others choose how long that is. */
const said = (cause: unknown): string => String(cause).slice(0, LONGEST_CAUSE);
const LONGEST_CAUSE = 300;
