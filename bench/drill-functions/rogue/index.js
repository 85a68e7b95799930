const faults = {
  throws() {
    throw new Error('thrown');
  },
  exits() {
    process.exit(1);
  },
  hangs() {
    for (;;);
  },
  leaks() {
    setTimeout(() => Promise.reject(new Error('leaked')), 20);
    return 'answered';
  },
  behaves: () => 'answered',
};

exports.main = ({ fault }) => faults[fault]();
