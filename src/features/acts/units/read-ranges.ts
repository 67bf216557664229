/** "12-40, 55" → whether a household's number is among them; nothing is where it cannot be read. */
export function readRanges(text: string): (number: string) => boolean {
  const ranges = text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[,;\s]+/)
    .map((part) => /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part));
  return (number) =>
    number !== '' &&
    ranges.some((range) => {
      const first = Number(range?.[1] ?? Number.NaN);
      return Number(number) >= first && Number(number) <= Number(range?.[2] ?? first);
    });
}
