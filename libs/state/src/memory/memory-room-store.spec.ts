import { describeRoomStore } from '../room-store-contract.js';
import { MemoryRoomStore } from './memory-room-store.js';

describeRoomStore('memory', () => Promise.resolve(new MemoryRoomStore()));
