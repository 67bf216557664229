import { parentPort } from 'node:worker_threads';
import { createShelf } from './shelf.ts';
import { answerQuestion } from './thread-codec.ts';

/* The thread that holds registers: started by thread.ts, told everything by messages. */

const shelf = createShelf();
const port = parentPort;
port?.on('message', (question: unknown) => port.postMessage(answerQuestion(shelf, question)));
