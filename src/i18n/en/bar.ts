import type { InterfaceWords } from '../vi.ts';

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const bar: InterfaceWords['bar'] = {
  waiting: (count) => `${items(count)} waiting to be sent`,
  lastSent: (when) => ` · last sent ${when}`,
  sending: (done, of) => ` · sending ${done} / ${of}`,
  nothingWaiting: 'Nothing waiting to be sent',
  sent: (when) => `Sent at ${when}`,
  onDay: (time, day) => `${time} on ${day}`,
  progress: (done, of) => `Receiving ${done} / ${of}`,
  partial: 'The book is not whole on this phone yet: figures are too low.',
  offline: 'No network. You can go on working.',
  mending: (count) => `${items(count)} to mend`,
  sendNow: 'Send now',
  saved: 'Saved on this device',
  trouble: {
    hub: 'The server was not reached. Work goes on as usual; it will be tried again.',
    busy: 'The server is busy. It will be tried again.',
    full: 'This device has no room left to send or receive. Your work is still here. Remove pictures or apps.',
    tight: 'This device has hardly any room left. Your work is still here. Remove pictures or apps now.',
    foreign: 'This network does not let you through to the server. Sign in to the Wi-Fi, or use another network.',
    forged: 'Somebody answered in the server’s place; nothing was believed or lost. Use another network.',
    device: 'The server does not know this device. Your work is still here. Tell whoever gives activation codes.',
    frozen: 'The server holds this device back: it saw two that are alike. Tell whoever gives activation codes.',
    revoked: 'This device was revoked. Tell whoever gives activation codes.',
    damaged:
      'The storage of this device has damaged work that waits. Do not wipe it. Look at “State of this device”, then tell the commune’s population officer.',
    refused: 'The server has not taken what was sent. Your work is still here. Tell whoever gives activation codes.',
  },
  clockWrong: (time) => `Date and time of this device are wrong by ${time}`,
  clockHow: '. Turn on automatic date and time in its settings.',
  unheard: (days) => `${days} days without the server`,
  unheardHow: (day) =>
    `. Turn on the network before ${day}: after that the book does not open until the server was met. Your work stays.`,
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  notSent: (when) => `Not sent at ${when}. It will be tried again.`,
  upToDate: (when) => `The server was asked at ${when}: the book is up to date.`,
};
