import type { CodeSplittingOptions } from 'rolldown';
import { specifierOf } from './rolldown.notices.mts';

/** Modules that check a setup, which a new one doesn't need. */
const checking = /^zi-oauth-setup\/src\/(?:checks|verify\/(?!login|online)|text\/decode)/;

/** Modules that write requests and read replies or pastes, which no check of a file needs. */
const asking =
  /^zi-oauth-setup\/src\/(?:facts\/(?:error|parameter|server)|io\/paste|oauth\/(?:callback|challenges|codes|form|json|misread|paste|random|requests|same|server|token|visible)|verify\/online\/quote)/;

/** Modules for the messages and output of most commands. */
const speaking =
  /^zi-oauth-setup\/src\/(?!commands\/(?!shared)|facts\/(?:error|parameter|server)|io\/|diagnose|verify|wizard)/;

/** What keeps and passes on the values of a setup, which a pair alone doesn't need. */
const keeping =
  /^zi-oauth-setup\/src\/(?:answers|commands\/shared\/command-again|facts\/(?!error|parameter|server)|output|setup-file|oauth\/(?:error|protocol)|render\/(?:content|json)|text\/parse)/;

/** What reads a setup file. */
const reading =
  /^zi-oauth-setup\/src\/(?:commands\/shared\/read-setup|oauth\/(?:expected|sha256)|setup-file\/(?:conform|read|schema))/;

/** What shows a setup to people, and what is wrong with it. */
const showing =
  /^zi-oauth-setup\/src\/(?:render\/(?:console|markdown|text)|setup-file\/(?:consistency|rotate))/;

/** Layout, which help and messages share. */
const wrapping = /^zi-oauth-setup\/src\/terminal\/(?:layout|shell|wrap)/;

/** What saves a setup, serves it, and writes files without losing a pair. */
const saving =
  /^zi-oauth-setup\/src\/(?:output\/(?:copy|pair|save|written)|io\/(?:append|atomic-write|git|new-file|temporary-files|windows-names|write-target|writer-lock)\.)/;

/** The wizard up to its review, and what draws its first menu. */
const opening =
  /^zi-oauth-setup\/src\/(?:commands\/setup\/converse|io\/(?:choices|early-menu|lazy-prompts|menu-page|prompt-(?:frame|theme)|screened)|wizard\/(?:editors|explain|mix-up|progress|review|steps|tools|wizard))/;

/** The prompts. */
const prompting =
  /^(?:@?inquirer\/|mute-stream\/|cli-width\/|zi-oauth-setup\/src\/io\/(?:foreground|job-control|key-queue|prompt-|prompts\.|[a-z-]+-prompt\.))/;

/** What the wizard does after its first prompts. */
const continuing = /^zi-oauth-setup\/src\/wizard\/(?:attempt|enter|menu|portal|saving|step-through|verify)/;

/** What verifies with the authorization server. */
const requesting = /^zi-oauth-setup\/src\/verify\/(?:login|online\/(?!quote))/;

/** What opens browsers, copies to the clipboard, and serves pages. */
const reaching =
  /^(?:zi-oauth-setup\/src\/io\/(?:browser|callback|clip|find-clip|loopback|page-|peer|prefetch|terminal-copy|visitor)|(?:bundle-name|default-browser|define-lazy|is-(?:docker|in|wsl)|open|powershell|run-apple|wsl)[^/]*\/)/;

/** What finds the value that makes a sign-in fail. */
const diagnosing = /^zi-oauth-setup\/src\/(?:diagnose|wizard\/diagnose)/;

/** What went wrong in a run, or in a file that another program laid out. */
const failing =
  /^(?:jsonc-parser\/|zi-oauth-setup\/src\/(?:cli\/(?:foreign|mistakes|near-misses|outcome)|io\/source-traces|setup-file\/json-(?:faults|syntax|text)))/;

/** What both browsers and requests need. */
const outside = /^zi-oauth-setup\/src\/io\/(?:child-process|url-parts)/;

/** What common files refer to, but most runs never use. */
const seldom =
  /^zi-oauth-setup\/src\/(?:answers\/joined|commands\/(?:setup\/(?:base-warnings|read-base|registration|saved|sound)|shared\/read-secret)|facts\/(?:portal|wrong)|output\/github|oauth\/(?:endpoint|loopback)|render\/env|setup-file\/setup-texts|text\/percent)/;

/** What explains why a check fails. */
const explaining =
  /^zi-oauth-setup\/src\/(?:checks\/(?:comparable|fragments|redactor|secret)|text\/(?:html|loose)|verify\/offline\/(?:pair-steps|pkce-mistakes|sound-verifier|spoiled))/;

/** What to do in the consoles, which the wizard and sheets say. */
const stepping = /^zi-oauth-setup\/src\/facts\/console/;

/** What measures text that isn't Latin. */
const measuring = /^fast-/;

/** A module goes to the group with the highest priority. */
const from = (name: string, path: RegExp, priority = 3) => ({
  name,
  test: (id: string): boolean => path.test(specifierOf(id)),
  priority,
  includeDependenciesRecursively: false,
});

const sharedFrom = (...group: Parameters<typeof from>) => ({ ...from(...group), minShareCount: 2 });

/**
 * Ten kilobytes of code slow down a start more than another file does, but npm takes 2 ms to install a file. So modules are
 * grouped by who needs them, and those that are needed late share files. A file is loaded when something in it is first
 * used; `test/e2e/loading.test.ts` shows what a command loads.
 */
export const codeSplitting: CodeSplittingOptions = {
  groups: [
    from('seldom', seldom, 5),
    from('explaining', explaining, 5),
    from('steps', stepping, 5),
    from('widths', measuring, 5),
    { name: 'start', tags: ['$initial'], priority: 4 },
    sharedFrom('checks', checking),
    from('wrap', wrapping),
    from('replies', asking),
    from('sheets', showing),
    sharedFrom('reading', reading),
    from('saving', saving),
    from('opening', opening),
    from('prompts', prompting),
    from('continuing', continuing),
    from('requesting', requesting),
    from('reaching', reaching),
    from('diagnosing', diagnosing),
    from('failing', failing),
    from('outside', outside),
    sharedFrom('values', keeping, 2),
    sharedFrom('shared', speaking, 1),
  ],
};
