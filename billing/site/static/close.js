// A window that the chat opened may close itself; browsers leave any other one open.
setTimeout(() => window.close(), 3000);
