/** What the pictures of docs/styling.md that name things are made of. */
import type { Collage } from './collage.js';

const PARTS: readonly Collage[] = [
  {
    file: 'parts-whole',
    columns: 2,
    frames: [
      { scene: 'update-available', size: [462, 300], parts: ['room', 'main', 'stage', 'pill', 'reload-button'] },
      { scene: 'failed', size: [462, 300], parts: ['notice', 'retry-button', 'notice-debug-button'] },
      { scene: 'left', size: [462, 240], parts: ['join-button'] },
      { scene: 'tap-for-sound', size: [462, 240], parts: ['sound-button'] },
      { scene: 'chat-unread', size: [462, 240], parts: ['badge'] },
      { scene: 'debug', size: [462, 360], parts: ['debug'] },
    ],
  },
  {
    file: 'parts-tiles',
    columns: 2,
    frames: [
      {
        scene: 'hands',
        size: [462, 270],
        parts: ['tile', 'own-tile', 'video', 'initials', 'name-tag', 'hand', 'tile-status'],
      },
      { scene: 'connection-bars', size: [462, 270], parts: ['quality'] },
      {
        scene: 'layout-speaker-5',
        size: [462, 270],
        parts: ['pages', 'page-button', 'move-button', 'hide-own-button'],
        over: 'move-button',
      },
      { scene: 'layout-own-hidden', size: [462, 270], parts: ['show-own-button'] },
      { scene: 'layout-pinned-5', size: [462, 240], parts: ['pin-button'] },
      { scene: 'layout-own-screen-3', size: [462, 300], parts: ['own-screen', 'stop-sharing-button'] },
      { scene: 'reactions', size: [462, 420], only: 'tile', parts: ['reaction'] },
    ],
  },
  {
    file: 'parts-bar',
    columns: 1,
    frames: [
      {
        scene: 'devices-refused',
        size: [936, 420],
        only: 'bar',
        above: 80,
        parts: [
          'bar',
          'button',
          'microphone-button',
          'camera-button',
          'devices-button',
          'screen-button',
          'hand-button',
          'reactions-button',
          'chat-button',
          'people-button',
          'debug-button',
          'more-button',
          'leave-button',
          'device-badge',
          'tooltip',
        ],
      },
      { scene: 'layout-menu', size: [462, 330], parts: ['menu', 'menu-item'] },
      { scene: 'reactions', size: [462, 330], parts: ['reactions', 'reaction-button'] },
    ],
  },
  {
    file: 'parts-join',
    columns: 2,
    frames: [
      {
        scene: 'prejoin',
        size: [462, 664],
        parts: ['preview', 'name-field', 'preview-microphone-button', 'preview-camera-button', 'level'],
      },
      {
        scene: 'preflight-failed',
        size: [462, 664],
        parts: ['preflight', 'preflight-layer', 'preflight-finding'],
      },
      { scene: 'prejoin-unasked', size: [462, 400], parts: ['allow-button', 'preflight-button'] },
      {
        scene: 'preflight-well',
        size: [462, 400],
        parts: ['preflight-close-button', 'preflight-copy-button', 'preflight-again-button'],
      },
    ],
  },
  {
    file: 'parts-devices',
    columns: 2,
    frames: [
      {
        scene: 'device-menu-trouble',
        size: [462, 640],
        parts: [
          'device-menu',
          'device-menu-close-button',
          'device-select',
          'test-button',
          'processing-switch',
          'device-trouble',
        ],
      },
      {
        scene: 'device-two-troubles',
        size: [462, 640],
        parts: ['device-note', 'retry-device-button', 'go-without-button'],
      },
    ],
  },
  {
    file: 'parts-chat',
    columns: 1,
    frames: [
      {
        scene: 'chat-new-below',
        size: [936, 520],
        parts: [
          'panel',
          'panel-header',
          'panel-title',
          'panel-close',
          'chat-log',
          'chat-message',
          'chat-link',
          'newest-button',
          'chat-field',
          'chat-send-button',
          'chat-recipient-select',
        ],
      },
    ],
  },
  {
    file: 'parts-people',
    columns: 3,
    frames: [
      {
        scene: 'people-moderating',
        size: [960, 640],
        only: 'panel',
        parts: [
          'people-list',
          'person-name',
          'person-role',
          'person-menu-button',
          'person-menu',
          'room-controls',
          'mute-all-button',
          'lock-switch',
          'end-button',
        ],
      },
      {
        scene: 'people-many',
        size: [960, 640],
        only: 'panel',
        parts: ['people-search', 'waiting-list', 'waiting-person', 'admit-button', 'refuse-button'],
      },
      {
        scene: 'people-volume',
        size: [960, 640],
        only: 'panel',
        parts: ['person-status', 'volume-slider', 'volume-done-button'],
      },
    ],
  },
  {
    file: 'parts-notes',
    columns: 2,
    frames: [
      {
        scene: 'connection-weak',
        size: [462, 300],
        parts: ['weak-connection', 'sound-only-button', 'dismiss-button'],
        over: 'weak-connection',
      },
      { scene: 'sound-only', size: [462, 300], parts: ['sound-only', 'show-pictures-button'] },
      { scene: 'muted-by', size: [462, 300], parts: ['together-note'] },
      { scene: 'asked-to-unmute', size: [462, 300], parts: ['question', 'yes-button', 'no-button'] },
    ],
  },
  {
    file: 'parts-calls',
    columns: 2,
    frames: [
      {
        scene: 'outcomes',
        size: [462, 520],
        parts: ['people', 'person', 'call-button', 'availability-switch', 'outcome', 'call-again-button'],
      },
      {
        scene: 'called',
        size: [462, 520],
        parts: ['dialog', 'accept-button', 'accept-sound-button', 'decline-button', 'decline-with-message-button'],
      },
      { scene: 'called-writing', size: [462, 420], parts: ['message-field', 'message-cancel-button'] },
      { scene: 'calling', size: [462, 420], parts: ['cancel-button'] },
    ],
  },
  {
    file: 'parts-knocking',
    columns: 3,
    frames: [
      { scene: 'knocking', size: [304, 350], parts: ['waiting', 'waiting-button'] },
      { scene: 'knock-1', size: [304, 350], parts: ['later-button'] },
      { scene: 'broadcast-live', size: [304, 350], parts: ['broadcast-status'] },
    ],
  },
];

const STATES: Collage = {
  file: 'states',
  columns: 4,
  frames: [
    ['waiting', 'idle'],
    ['connecting', 'connecting'],
    ['knocking', 'waiting'],
    ['meeting-3', 'joined'],
    ['reconnecting', 'reconnecting'],
    ['failed', 'failed'],
    ['left', 'left'],
  ].map(([scene = '', state = '']) => ({ scene, size: [340, 300], caption: `:state(${state})` })),
};

const CONTROLS: Collage = {
  file: 'controls',
  columns: 2,
  frames: ['microphone camera leave', 'microphone camera chat leave', 'microphone hand reactions leave', ''].map(
    (controls) => ({
      scene: 'meeting-3',
      size: [462, 300],
      only: 'bar',
      ...(controls && { attributes: { controls } }),
      caption: controls ? `controls="${controls}"` : 'without controls',
    }),
  ),
};

const PROPERTIES: Collage = {
  file: 'properties',
  columns: 2,
  frames: [
    { scene: 'chat', size: [960, 600], caption: 'as it comes' },
    { scene: 'look-properties', size: [960, 600], caption: 'with the properties below' },
  ],
};

export const COLLAGES: readonly Collage[] = [PROPERTIES, ...PARTS, CONTROLS, STATES];
