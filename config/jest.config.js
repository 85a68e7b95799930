// One runner for every test. A project is a kind of world that a test needs.
const path = require('node:path');

const shared = {
  rootDir: path.resolve(__dirname, '..'),
  transform: { '^.+\\.[cm]?[jt]sx?$': 'babel-jest' },
  transformIgnorePatterns: ['/node_modules/(?!(@nutui|mingo|bson)/)'],
};

const world = (displayName, testEnvironment, folders) => ({
  ...shared,
  displayName,
  testEnvironment,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts?(x)`),
});

module.exports = {
  rootDir: shared.rootDir,
  projects: [
    world('rules', 'node', ['domain', 'guards']),
    world('cloud', 'node', ['local-cloud', 'cloudfunctions']),
    world('phone', 'jsdom', ['src']),
    world('walk', 'node', ['journeys', 'weapp']),
  ],
};
