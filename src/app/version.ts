import { version as packageVersion } from '../../package.json';

/** As the device screen shows it and as it is read out by telephone. */
export const version = packageVersion;
