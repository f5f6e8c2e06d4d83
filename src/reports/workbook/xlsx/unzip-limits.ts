/** How much a file may hold. A small zip can unpack to gigabytes, so sizes are counted while unpacking. */
export interface UnzipLimits {
  readonly fileBytes: number;
  readonly entries: number;
  /** Of one part, and of all the parts that are read. */
  readonly partBytes: number;
  readonly totalBytes: number;
}

/** How large a file may be, as people are told. */
export const MOST_MEGABYTES = 5;

export const UNZIP_LIMITS: UnzipLimits = {
  fileBytes: MOST_MEGABYTES * 1_000_000,
  entries: 500,
  partBytes: 20_000_000,
  totalBytes: 40_000_000,
};
