import type { proof as vi } from '../../vi/device/proof.ts';
import type { Reworded } from '../../vocabulary.ts';

export const proof: Reworded<typeof vi> = {
  allSent: (moment) => `All sent ✓ · ${moment}`,
  notYet: 'Not fully compared with the server yet. Turn the network on, then press “Send now”.',
  code: 'Receipt code',
  digest: 'Digest',
  drafts: 'Unfinished forms',
  mended: 'Repaired from the server',
  records: (count, moment) => `${count} records, last ${moment}`,
  damaged: (count, moment) =>
    `Since ${moment}: the storage of this device has damaged both copies of ${count} recorded lines that waited; they can be neither read nor sent, and what was recorded after them is on this device but not counted by the server yet. If a backup file was saved, or another device carries a copy, send that one. If not, do not wipe this device; tell the commune’s population officer.`,
  before: 'Before this device is wiped or handed over',
  onlyHere: 'Only on this device, lost if it is wiped:',
  waiting: (count) => `${count} items waiting to be sent`,
  mending: (count) => `${count} items sent back, to mend`,
  draftsLeft: (count) => `${count} unfinished forms`,
  nothing: 'Nothing is on this device alone.',
  ask: 'Ask for the certificate that all was sent',
  asking: 'Sending, and asking the server…',
  certified: (moment, acts) =>
    `Signed by the server at ${moment}: everything recorded on this device (up to number ${acts}) is on the server. It may be wiped or handed over.`,
  answered: (moment, acts) =>
    `Signed by the server at ${moment}: it has answered all that was sent from this device (up to number ${acts}). It must not be wiped or handed over yet: what stands above is on this device alone.`,
  outdated: (moment) => `The certificate of ${moment} is out of date: more was recorded here since.`,
  save: 'Save the certificate as a file',
  fileName: (day) => `so-dan-so-certificate-${day}.txt`,
  failed: {
    network: 'The server was not reached. Turn the network on, then try again.',
    waiting: 'Something could not be sent, so nothing can be certified yet. See the line at the top.',
    differs:
      'The book here and on the server are not the same yet. Do not wipe the device; tell the commune’s officer.',
  },
};
