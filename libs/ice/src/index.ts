/** The STUN/TURN list a participant is given. Knows no sockets and no rooms. */
export * from './ice-servers.js';
