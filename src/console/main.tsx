import { render } from 'preact';
import '../ui/style/all.css';
import './console.css';
import './upper.css';
import { holdPresses } from '../ui/held-press.ts';
import { httpApi } from './http-api.ts';
import { keepSession } from './session/session.ts';
import { Shell } from './shell.tsx';
import { speakAsBefore } from './spoken.ts';

holdPresses(window);
const keeper = keepSession(httpApi);
const root = document.getElementById('console');
if (root === null) throw new Error('console.html has no place for the console');
await speakAsBefore();
render(<Shell api={httpApi} keeper={keeper} />, root);
await keeper.open();
