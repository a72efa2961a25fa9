/** People who do anything at any time, also what they must not. What must be true then is said by calls-witness.ts. */
import {
  ProtocolError,
  type CallId,
  type CallRecord,
  type LeaveReason,
  type ParticipantId,
  type RoomKind,
} from '@video-room/protocol';
import { RING_MS, settled, setUpCalls } from './calls-under-test.js';
import { CallsWitness, isOpen, must } from './calls-witness.js';

/** `who` and `whom` are devices, `call` any of the calls there have been, newest first. */
export type Act =
  | { do: 'request'; who: number; whom: number }
  | { do: 'accept' | 'decline' | 'hang-up'; who: number; call: number }
  /** One whose call it is accepts it. Random people find each other too seldom. */
  | { do: 'accept rightly'; who: number; call: number }
  /** Says it is somebody else, or acts on something else. */
  | { do: 'forge'; who: number; whom: number; call: number; how: number }
  | { do: 'lose' | 'come back'; who: number }
  | { do: 'leave'; who: number; reason: LeaveReason }
  | { do: 'choose'; who: number; addUp: boolean; doNotDisturb: boolean }
  | { do: 'wait'; ms: number };

/** A step; `together`: the next one does not wait until this one has come to its end. */
export type Step = Act & { together: boolean };

export const DEVICES = ['ann 1', 'ann 2', 'ben 1', 'ben 2', 'cem 1', 'dan 1'];

interface Device {
  /** Another one whenever it comes back after having left. */
  id: ParticipantId;
  person: string;
  incarnation: number;
  there: boolean;
}

export class CallsModel {
  readonly #t: ReturnType<typeof setUpCalls>;
  readonly #kind: RoomKind;
  readonly #witness: CallsWitness;
  readonly #devices: Device[];
  readonly #comeWithAddUp: boolean;
  #callsAddUp: boolean;

  /** @param callsAddUp what those who come have chosen. */
  constructor(kind: RoomKind, callsAddUp: boolean) {
    this.#t = setUpCalls(kind);
    this.#kind = kind;
    this.#witness = new CallsWitness(kind);
    this.#callsAddUp = this.#comeWithAddUp = callsAddUp;
    this.#devices = DEVICES.map((id) => ({ id, person: id.slice(0, 3), incarnation: 0, there: false }));
    this.#t.calls.on('call', ({ to, call }) => {
      // Whoever has lost the connection is told when it comes back.
      if (this.#t.world.at(to)?.online) this.#witness.show(to, call);
    });
  }

  async run(steps: readonly Step[]): Promise<void> {
    try {
      for (const device of this.#devices) await this.#enter(device);
      let running: Promise<void>[] = [];
      for (const step of steps) {
        running.push(this.#perform(step, !step.together && running.length === 0));
        if (step.together) continue;
        await Promise.all(running);
        running = [];
        await this.#check();
      }
      await Promise.all(running);
      await this.#t.pass(RING_MS);
      const calls = await this.#check();
      const ringing = calls.filter(({ kind, state }) => kind !== 'knock' && state === 'ringing');
      must(ringing.length === 0, 'nothing rings forever', ringing);
    } finally {
      this.#t.tearDown();
    }
  }

  async #check(): Promise<CallRecord[]> {
    await settled();
    const calls = await this.#t.store.calls('r');
    this.#witness.check(calls, this.#t.world.everybody(), this.#callsAddUp);
    must(this.#t.faults.length === 0, 'nothing fails', this.#t.faults);
    return calls;
  }

  /** @param alone nothing else happens meanwhile, so what it may do and what it changes can be told exactly. */
  async #perform(act: Act, alone: boolean): Promise<void> {
    if (act.do === 'wait') return this.#t.pass(act.ms);
    const device = this.#device(act.who);
    switch (act.do) {
      case 'request':
        return this.#request(device, this.#device(act.whom).person);
      case 'accept':
      case 'decline':
      case 'hang-up':
        return this.#answer(device, act.do, this.#call(act.call), alone);
      case 'accept rightly':
        return this.#answer(await this.#called(act.who, this.#call(act.call)), 'accept', this.#call(act.call), alone);
      case 'forge':
        return this.#forge(device, this.#device(act.whom), this.#call(act.call), act.how, alone);
      case 'choose':
        this.#callsAddUp ||= act.addUp;
        this.#t.world.change(device.id, { choices: { addUp: act.addUp, doNotDisturb: act.doNotDisturb } });
        return;
      case 'lose':
        this.#t.world.change(device.id, { online: false });
        return this.#t.calls.away('r', device.id);
      case 'come back':
        return this.#comeBack(device);
      case 'leave':
        device.there = false;
        return this.#t.leave(device.id, act.reason);
    }
  }

  async #enter(device: Device): Promise<void> {
    device.there = true;
    // In a room with a door all but ann wait outside; on a stage all but ann watch, and ben moderates.
    const isHost = device.person === 'ann';
    const more = {
      call: {},
      meeting: { admin: isHost, admitted: isHost },
      broadcast: { publishes: isHost, admin: device.person === 'ben' },
    };
    this.#t.world.enter(device.id, { ...more[this.#kind], choices: { addUp: this.#comeWithAddUp } });
    await this.#arrive(device);
  }

  async #comeBack(device: Device): Promise<void> {
    if (!device.there) {
      device.incarnation += 1;
      device.id = `${device.id.split('.')[0]}.${device.incarnation}`;
      return this.#enter(device);
    }
    this.#t.world.change(device.id, { online: true });
    return this.#arrive(device);
  }

  async #arrive({ id }: Device): Promise<void> {
    const calls = await this.#t.arrive(id);
    if (this.#t.world.at(id)?.online) this.#witness.shows(id, calls);
  }

  async #request({ id }: Device, whom: string): Promise<void> {
    const kind = ({ call: 'ring', meeting: 'knock', broadcast: 'stage' } as const)[this.#kind];
    try {
      const call = await this.#t.request(id, kind === 'knock' ? { kind } : { kind, identity: whom, video: true });
      if (call.state === 'accepted') this.#witness.accepted(id, call.id);
    } catch (cause) {
      must(cause instanceof ProtocolError, 'requests are refused with a code', cause);
    }
  }

  async #answer(device: Device, what: 'accept' | 'decline' | 'hang-up', id: CallId, alone: boolean): Promise<void> {
    const before = alone ? await this.#everything() : undefined;
    const isAllowed = this.#mayDo(device, what, await this.#t.calls.get('r', id));
    const { accept, decline, hangUp } = this.#t;
    const does = { accept, decline, 'hang-up': hangUp }[what];
    const outcome: unknown = await does(device.id, id).catch((cause: unknown) => cause);
    if (what === 'accept' && outcome === undefined) this.#witness.accepted(device.id, id);
    const isRefused = outcome instanceof ProtocolError && outcome.code === 'no-such-call';
    must(outcome === undefined || isRefused, 'what is not yours is no such call', outcome);
    if (!alone) return;
    must(isRefused !== isAllowed, 'only those may whose call it is', { device, what, id });
    if (isRefused) must((await this.#everything()) === before, 'what is refused changes nothing', before);
  }

  #mayDo({ id, person }: Device, what: 'accept' | 'decline' | 'hang-up', call: CallRecord | undefined): boolean {
    const own = this.#t.world.at(id);
    if (!call || !own || !isOpen(call)) return false;
    const isCalled = call.kind === 'knock' ? person === 'ann' : call.callee?.identity === person;
    if (what !== 'hang-up') return call.state === 'ringing' && isCalled && own.online;
    if (call.state === 'ringing') return call.caller.participant === id;
    if (call.kind === 'stage' && person === 'ben') return true;
    return call.kind !== 'knock' && [call.caller.participant, call.callee?.participant].includes(id);
  }

  /** Nothing of this is possible, ever. */
  async #forge(device: Device, other: Device, call: CallId, how: number, alone: boolean): Promise<void> {
    const before = alone ? await this.#everything() : undefined;
    const { calls, by } = this.#t;
    const liar = { participant: device.id, identity: other.person === device.person ? 'eve' : other.person };
    const attempts = [
      () => calls.answer('r', liar, { call, accept: true }),
      () => calls.answer('r', liar, { call, accept: false }),
      () => calls.hangUp('r', liar, call),
      () => calls.answer('r', by('nobody 1'), { call, accept: true }),
      () => calls.answer('elsewhere', by(device.id), { call, accept: true }),
      () => calls.answer('r', by(device.id), { call: 'no such call', accept: true }),
      () => calls.request('r', liar, { kind: 'ring', identity: device.person, video: true }),
      () => calls.request('r', by(device.id), { kind: 'ring', identity: device.person, video: true }),
    ];
    const outcome: unknown = await attempts[how % attempts.length]?.().catch((cause: unknown) => cause);
    must(outcome instanceof ProtocolError, 'what is forged is refused', how);
    if (alone) must((await this.#everything()) === before, 'what is forged changes nothing', how);
  }

  async #everything(): Promise<string> {
    return JSON.stringify([await this.#t.store.calls('r'), this.#t.world.everybody()]);
  }

  async #called(number: number, id: CallId): Promise<Device> {
    const callee = (await this.#t.calls.get('r', id))?.callee?.identity ?? 'ann';
    const own = this.#devices.filter(({ person }) => person === callee);
    return own[number % own.length] as Device;
  }

  #device(number: number): Device {
    return this.#devices[number] as Device;
  }

  #call(number: number): CallId {
    const { calls } = this.#witness;
    return calls[number % Math.max(1, calls.length)] ?? 'none';
  }
}
