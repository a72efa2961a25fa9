import { describeTimelineStore } from '../timeline-store-contract.js';
import { MemoryTimelineStore } from './memory-timeline-store.js';

describeTimelineStore('memory', () => Promise.resolve(new MemoryTimelineStore()));
