import { AclaroChat } from "./element";

if (!customElements.get("aclaro-chat")) customElements.define("aclaro-chat", AclaroChat);
