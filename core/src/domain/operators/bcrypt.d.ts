/** What is used of the package, which brings no types. */
declare module 'bcrypt' {
  const bcrypt: {
    hash(data: string, rounds: number): Promise<string>;
    compare(data: string, hash: string): Promise<boolean>;
  };
  export = bcrypt;
}
