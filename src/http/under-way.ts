/** How many things are under way at this moment, by name: a few of one name must not take the room of all others. */
export interface UnderWay {
  /** Begins one and gives what ends it, once; undefined when so many of this name are under way. */
  begin(name: string): (() => void) | undefined;
}

/** At most so many of each name. */
export function createUnderWay(most: number): UnderWay {
  const counts = new Map<string, number>();
  const end = (name: string) => {
    const left = (counts.get(name) ?? 0) - 1;
    if (left > 0) counts.set(name, left);
    else counts.delete(name);
  };
  return {
    begin: name => {
      const count = counts.get(name) ?? 0;
      if (count >= most) return undefined;
      counts.set(name, count + 1);
      let over: 'not yet' | 'over' = 'not yet';
      return () => {
        if (over === 'not yet') end(name);
        over = 'over';
      };
    },
  };
}
