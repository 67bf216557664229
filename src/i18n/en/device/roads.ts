import type { roads as vi } from '../../vi/device/roads.ts';
import type { Reworded } from '../../vocabulary.ts';

export const roads: Reworded<typeof vi> = {
  title: 'Send as a file, without a network',
  byLoop: 'Pass by QR codes, phone to phone',
  text: 'Waiting work is saved as one sealed file. Give it to the commune’s officer by Zalo, cable or memory card; who carries it cannot read it. The work stays on this device until the server has answered.',
  giveTitle: 'Give this device’s work along',
  save: 'Save waiting work as a file',
  nothingWaits: 'Nothing is waiting.',
  saved: (name) => `Saved as ${name}. Give this file to the commune’s officer.`,
  takeTitle: 'Take a file',
  open: 'Choose a file',
  openHint: 'Another device’s waiting work, or the server’s answers.',
  carried: (count) => `Took ${count} envelopes of another device.`,
  knownAlready: 'This file was taken before; there is no need to take it again.',
  broken: (count) => `${count} envelopes in the file are damaged and were not taken. Ask the sender to save it again.`,
  answered: (acts) => `The server has ${acts} items of this device.`,
  sentBack: (acts) => `The server sent back ${acts} items to mend: see “Waiting to be sent”.`,
  answeredNothing: 'The file holds no new answer for this device.',
  again: (count) =>
    `The server was restored from a backup and lacks ${count} envelopes that this device sent before. Save a new file and give it along once more.`,
  stillWaiting: (count) => `${count} envelopes still wait.`,
  carrying: (count) => `Carrying ${count} envelopes of another device; they go up when this one is next online.`,
  toGiveBack: (count) => `The server has answered ${count} envelopes. Give the answers back to the sender.`,
  saveAnswers: 'Save the server’s answers as a file',
  refused: {
    strange: 'This is no file of Sổ Dân Số.',
    newer: 'The file was saved by a newer version. Update the app on this device, then open it again.',
    cut: 'The file is cut off; its end is missing. Ask the sender to send it again.',
    altered: 'The file was changed on the way. Ask the sender to send it again.',
    too_large: 'The file is too large to be one of Sổ Dân Số.',
    own: 'This is the file of this very device. Give it to the commune’s officer.',
    foreign: 'The file is of another commune or another server. This device cannot carry it.',
  },
};
