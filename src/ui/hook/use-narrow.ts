import { useEffect, useState } from 'preact/hooks';

/** A narrow phone whose letters are twice as large. */
const narrow = '(max-width: 15rem)';

/** Whether so few letters stand in a line that what is always in sight must fold. */
export function useNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => window.matchMedia(narrow).matches);
  useEffect(() => {
    const media = window.matchMedia(narrow);
    const follow = (): void => setNarrow(media.matches);
    follow();
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, []);
  return isNarrow;
}
