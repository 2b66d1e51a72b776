// Gives code for a page what a browser would: what Node.js lacks comes from jsdom, whose requests obey CORS.
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('', { url: 'http://localhost/' });
Object.assign(globalThis, { window, document: window.document, XMLHttpRequest: window.XMLHttpRequest, Blob: window.Blob });
