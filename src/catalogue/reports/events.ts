import { fertileBands } from '../rules/age/age-bands.ts';
import { own, printed, type Rows } from './row.ts';

/* 4–10 and the check of the book: what happened in the period. */

/** 4–6. */
export const lifeRows: Rows = [
  printed('4', 'births'),
  printed('4a', 'births_m', 1),
  printed('4b', 'births_f', 1),
  printed('4c', 'births_2', 1),
  printed('4d', 'births_3plus', 1),
  printed('4e', 'births_u20', 1),
  printed('5', 'deaths'),
  printed('6', 'married_persons'),
  printed('6a', 'tao_hon', 1),
  printed('6b', 'can_huyet', 1),
];

/** 7: of the events on most forms, of quality on the yearly one. */
export const premaritalRow = printed('7', 'premarital_couples');

/** 8–10, and what a check of the book found. */
export const moveRows: Rows = [
  printed('8', 'divorced_persons'),
  printed('9', 'move_in'),
  printed('10', 'move_out'),
  printed('R1', 'review_add'),
  printed('R2', 'review_remove'),
];

export const ownMoveRows: Rows = [own('marriages'), own('internal_in'), own('internal_out')];

export const ownRateRows: Rows = [
  own('natural_increase'),
  own('net_migration'),
  own('CBR'),
  own('CDR'),
  own('NIR'),
  own('SRB'),
  own('SRB_change'),
  own('births_change'),
  own('share2'),
  own('share3'),
  own('IMR_mig'),
  own('OMR'),
  own('NMR'),
  own('premarital_rate'),
];

/** A year's fertility. */
export const fertilityRows: Rows = [own('GFR'), own('TFR'), ...fertileBands.map(({ key }) => own(`ASFR[${key}]`, 1))];
