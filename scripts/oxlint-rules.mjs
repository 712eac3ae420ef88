// Lint rules of this project that oxlint doesn't have.

/** `new Date()`, `Date()` and `Date.now` read the machine's clock. */
const noMachineClock = {
  create(context) {
    const report = (node) =>
      context.report({ node, message: 'Time comes from the injected clock, so that tests can move it.' });
    const isDate = (node) => node.type === 'Identifier' && node.name === 'Date';
    return {
      NewExpression: (node) => isDate(node.callee) && node.arguments.length === 0 && report(node),
      CallExpression: (node) => isDate(node.callee) && report(node),
      MemberExpression: (node) => isDate(node.object) && node.property.name === 'now' && report(node),
    };
  },
};

/** A file is named after what it is about. */
const noNameForNothing = {
  create(context) {
    const found = /[\\/](utils?|helpers?|common|misc)(?=[.\\/])/i.exec(context.filename);
    if (!found) return {};
    const message = `"${found[1]}" says nothing about what is inside; name it after its subject.`;
    return { Program: (node) => context.report({ node, message }) };
  },
};

export default {
  meta: { name: 'traliccio' },
  rules: { 'no-machine-clock': noMachineClock, 'no-name-for-nothing': noNameForNothing },
};
