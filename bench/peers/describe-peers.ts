import { spellCalibration } from '../browser/calibration.ts';
import { describeTraffic } from '../sync/describe-sync.ts';
import type { Sending } from '../sync/sending.ts';
import type { SyncFigures } from '../sync/sync-figures.ts';
import type { PeerFigures, PeerName, Step } from './peers.ts';

const titles: { readonly [name in PeerName]: string } = {
  pouchdb: 'PouchDB 9.0.0 ↔ express-pouchdb 4.2.0',
  rxdb: 'RxDB 17.6.0 ↔ a small Node server',
};

/** What the figures do not say by themselves; printed with them. */
const fairness = `  Fairness. Same invented records, Chromium, control group, line, machine and run; each once, one behind the other.
  Who encrypts: only Sổ Dân Số, on the phone (AES-GCM pages) and on the way (HPKE, each save sealed and signed by itself). The peers keep and send plain text.
  Who persists: on the phone all three (IndexedDB). Servers: ours judges every op, journals it with fdatasync and signs a verdict; PouchDB's writes LevelDB without a sync; RxDB's small one holds everything in memory. Only ours asks who is calling.
  Who indexes: ours is searchable by any word of a name when the load ends. The peers look at everybody: PouchDB has no view (four of them took eight times as long as the insert when that was measured), RxDB one index on the kind.
  What goes up: ours sends changed fields, the peers whole documents, RxDB with what it replaces besides; that is how they are made. 750 mended rows are 1,500 ops and 1,500 documents (the row, and a note of the change). Ours lie in an envelope a save, or, as one act, in one for 500 ops; the peers write them as one act and send 500 documents a request.
  What comes down: ours carries who wrote which field and when, for merging and proof; the peers' documents carry none of it. Answers with records are gzipped; our verdicts and the peers' other answers come as they are. PouchDB reads 2,000 documents a batch instead of its 100. The line has no delay of its own, which favours whoever asks more often.
  Times of ours begin with the first request for records and end with the digests compared; the peers' begin with the call and end with the last document stored.`;

/** `sync`: our own figures of the same run, where there are some; then each row is also a ratio. */
export function describePeers(peers: readonly PeerFigures[], sync: SyncFigures | undefined): string {
  const load = sync?.firstLoad;
  const lines = peers.flatMap((peer) => {
    if (peer.is === 'failed') return [`  ${titles[peer.name]}: ${peer.why}`];
    const { name, isLimited, records, firstLoad, firstSearchMs, nothingNew, edits } = peer;
    const limits = isLimited ? 'cheap-phone stand-in' : 'processor not limited';
    const searchable = { ...firstLoad, ms: firstLoad.ms + firstSearchMs };
    return [
      `  ${titles[name]}, ${records} records · ${limits} · ${spellCalibration(peer)}`,
      `    first load until a search answers: ${spell(searchable, load && { ...load, ms: load.allMs })}; the search ${firstSearchMs} ms of it`,
      `    sync with nothing new: ${spell(nothingNew, sync?.nothingNew)}`,
      `    a month's work up, ${edits.ops} documents: ${spell(edits, scaled(sync?.unlocked, edits.ops))}; against as many ops of one act of ours${spellRatios(edits, scaled(sync?.oneAct, edits.ops))}`,
    ];
  });
  return ['\nPeers over the same line (in brackets: times as much as Sổ Dân Số)', ...lines, fairness].join('\n');
}

function spell(step: Step, ours: Step | undefined): string {
  return `${step.ms} ms, ${describeTraffic(step)}${spellRatios(step, ours)}`;
}

function spellRatios(step: Step, ours: Step | undefined): string {
  if (ours === undefined) return ' (–)';
  const ratio = (of: 'ms' | 'up' | 'down') => Number((step[of] / ours[of]).toPrecision(2));
  return ` (time ${ratio('ms')}, up ${ratio('up')}, down ${ratio('down')})`;
}

/** Our work as if it had been so many ops: a file holds as many rows as its commune has to change. */
function scaled(sending: Sending | undefined, ops: number): Step | undefined {
  if (sending === undefined) return undefined;
  const share = ops / sending.ops;
  const { ms, requests, envelopes, up, down } = sending;
  return { ms: ms * share, requests, envelopes, up: up * share, down: down * share };
}
