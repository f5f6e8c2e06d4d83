import { embeddedBackend } from './embedded-backend.ts';
import { describeStore } from './store-contract.ts';

describeStore('the embedded store', embeddedBackend);
