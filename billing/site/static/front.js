// The button of the page opens the chat; without the chat there is no button.
const chat = document.querySelector("aclaro-chat");
const button = document.getElementById("open-chat");

customElements.whenDefined("aclaro-chat").then(() => {
  button.hidden = false;
  button.addEventListener("click", () => chat.open());
});
