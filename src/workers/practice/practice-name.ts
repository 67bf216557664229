/** Name of a worker that opens the practice commune. */
export const practiceName = 'practice';
