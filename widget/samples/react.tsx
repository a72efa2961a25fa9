/** A page in React, which the browser tests open; what it may not compile is checked with the types. */
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { VideoRoomElement } from 'video-room';
import { VideoRoom, type VideoRoomProps } from 'video-room/react';
import type { ListenerNames, Same } from './names.js';

/** Outside the component: only a new object is looked at. */
const TEXTS = { main: { announce: { personJoined: (name: string) => `${name} entered` } } };

function Meeting({ server, token }: { server: string; token: string }) {
  const room = useRef<VideoRoomElement>(null);
  const [people, setPeople] = useState<string[]>([]);
  const [theme, setTheme] = useState<'dark' | 'light'>('dark');
  const look = () => setPeople(room.current?.participants.map(({ name }) => name) ?? []);
  return (
    <>
      <VideoRoom
        ref={room}
        className="meeting"
        server={server}
        token={token}
        theme={theme}
        texts={TEXTS}
        uplinkBudget={5000}
        onJoined={look}
        onParticipantJoined={(event) => setPeople((names) => [...names, event.participant.name])}
        onError={(event) => setPeople([event.code])}
      />
      <output>{people.join(', ')}</output>
      <button onClick={() => setTheme('light')}>Light</button>
      <button onClick={() => room.current?.leave()}>Go home</button>
    </>
  );
}

const { server = '', token = '' } = Object.fromEntries(new URLSearchParams(location.search));
const page = document.querySelector('main');
if (page) createRoot(page).render(<Meeting server={server} token={token} />);

/** Each event can be listened to, by a name that React would give it. */
export const complete: Same<Extract<keyof VideoRoomProps, ListenerNames>, ListenerNames> = true;

export const typed = [
  <VideoRoom key="1" onCallRequest={(event) => event.call.id satisfies string} />,
  // @ts-expect-error An event has the fields of its class, and no others.
  <VideoRoom key="2" onCallRequest={(event) => event.nothing} />,
  // @ts-expect-error A switch is on or off.
  <VideoRoom key="3" camera="perhaps" />,
  // @ts-expect-error What only reads is no prop.
  <VideoRoom key="4" participants={[]} />,
  // @ts-expect-error Nor is a method.
  <VideoRoom key="5" join={() => undefined} />,
];
