interface Place {
  readonly host: string;
  readonly port: number;
}

/** Why the server cannot listen where the settings say, and what to do, in plain words; another failure as it came. */
export function whyNotListening(error: NodeJS.ErrnoException, { host, port }: Place): Error {
  const told = error.code && reasons[error.code];
  return told ? new Error(told({ host, port }), { cause: error }) : error;
}

const reasons: Readonly<Record<string, (place: Place) => string>> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is taken: another program listens there already, perhaps an earlier \`npm start\` or \`npm run dev\`. End that one, or choose another port with PORT=… (PORT=0 takes any that is free).`,
  EACCES: ({ port }) =>
    `This user may not listen on port ${port}: choose one from 1024 up with PORT, such as PORT=3978.`,
  EADDRNOTAVAIL: ({ host }) =>
    `This machine has no address ${host}: set HOST to one that it has, or leave HOST out.`,
  ENOTFOUND: ({ host }) =>
    `HOST=${host} is the name of no machine: set it to an address of this one, or leave HOST out.`,
};
