// Beside the options in package.json: tsup takes the `node:` off imports, and `node:test` has no other name.
export default { removeNodeProtocol: false };
