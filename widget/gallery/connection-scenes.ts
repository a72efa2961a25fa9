/** How connections do, and what is done about it. */
import { VideoRoomError } from '../src/core/errors.js';
import { meet, type Scene, type Stage, waitFor } from './meeting.js';

/** Until what is loaded once one is in the room shows this. */
const measure = ({ session }: Stage, quality: Record<string, 'fair' | 'poor'>) =>
  session.act({ type: 'quality', quality: new Map(Object.entries(quality)) });

const weak =
  (count: number): Scene =>
  async (stage) => {
    await meet(stage, count);
    await waitFor(() => stage.element.shadowRoot?.querySelector('vr-bar-button'));
    measure(stage, { p0: 'poor', p1: 'poor', p2: 'poor' });
    await waitFor(() => stage.element.shadowRoot?.querySelector('[part~=weak-connection]'));
  };

export const CONNECTION_SCENES: Readonly<Record<string, Scene>> = {
  'connection-bars': async (stage) => {
    await meet(stage, 5);
    await waitFor(() => stage.element.shadowRoot?.querySelector('vr-bar-button'));
    measure(stage, { p1: 'poor', p2: 'poor', p3: 'fair', p4: 'fair' });
  },
  'connection-weak': weak(5),
  'connection-weak-2': weak(2),
  'relay-unreachable': async (stage) => {
    await meet(stage, 3);
    await waitFor(() => stage.element.shadowRoot?.querySelector('vr-bar-button'));
    stage.session.act({ type: 'link', peer: 'p1', phase: 'failed' });
    stage.session.act({ type: 'track', peer: 'p1', source: 'camera', track: undefined });
    stage.session.act({ type: 'relay', error: new VideoRoomError('relay-unreachable', 'gallery') });
  },
  'sound-only': async (stage) => {
    await meet(stage, 5);
    stage.element.camera = 'off';
    stage.element.soundOnly = true;
    await waitFor(() => stage.element.shadowRoot?.querySelector('.pill[part~=sound-only]'));
  },
  'sound-only-menu': async (stage) => {
    await meet(stage, 5);
    await waitFor(() => stage.element.shadowRoot?.querySelector('vr-bar-button'));
    stage.element.camera = 'off';
    stage.element.soundOnly = true;
    const bar = stage.element.shadowRoot?.querySelector('vr-bar');
    bar?.shadowRoot?.querySelector<HTMLElement>('[part~=more-button]')?.click();
    await waitFor(() => stage.element.shadowRoot?.querySelector('vr-menu'));
  },
};
