/* For both sides of a card: options to choose, in an order drawn anew each time the front is shown,
   and on the back the same order, opened for what was chosen. Without it everything can be read.
   Two closing braces never stand together here: Anki would read them as the end of a field. */
(function () {
  "use strict";
  var KEY = "aws-exam-notes";

  /* A page may live through both sides (window) or be loaded anew for the back (session). */
  function save(state) {
    window.awsExamNotes = state;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch (error) {
      /* The window has it. */
    }
  }

  function load() {
    if (window.awsExamNotes) return window.awsExamNotes;
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch (error) {
      return null;
    }
  }

  function shuffled(length) {
    var order = [];
    for (var at = 0; at < length; at += 1) order.push(at);
    for (at = length - 1; at > 0; at -= 1) {
      var other = Math.floor(Math.random() * (at + 1));
      var kept = order[at];
      order[at] = order[other];
      order[other] = kept;
    }
    return order;
  }

  function isOrder(order, length) {
    if (!Array.isArray(order) || order.length !== length) return false;
    for (var at = 0; at < length; at += 1) if (order.indexOf(at) < 0) return false;
    return true;
  }

  function arrange(list, items, order) {
    order.forEach(function (at) {
      list.appendChild(items[at]);
    });
  }

  /* Makes `item` a choice, with all that stands in it as its label. */
  function choice(item, at, type, state) {
    var label = document.createElement("label");
    var input = document.createElement("input");
    var text = document.createElement("span");
    while (item.firstChild) text.appendChild(item.firstChild);
    input.type = type;
    input.name = KEY;
    input.addEventListener("change", function () {
      if (type === "radio") state.chosen = [];
      state.chosen = state.chosen.filter(function (one) {
        return one !== at;
      });
      if (input.checked) state.chosen.push(at);
      save(state);
    });
    label.appendChild(input);
    label.appendChild(text);
    item.appendChild(label);
  }

  function front(card, list, items, id) {
    var state = { id: id, order: shuffled(items.length), chosen: [] };
    var type = card.querySelector(".choose") ? "checkbox" : "radio";
    items.forEach(function (item, at) {
      choice(item, at, type, state);
    });
    arrange(list, items, state.order);
    save(state);
  }

  function mark(item) {
    var sign = document.createElement("span");
    sign.className = "chosen";
    sign.textContent = "Your choice";
    item.querySelector("summary").appendChild(sign);
  }

  function result(list, items, chosen) {
    var right = items.every(function (item, at) {
      return item.classList.contains("correct") === chosen.indexOf(at) >= 0;
    });
    var line = document.createElement("p");
    line.className = "result";
    line.textContent = right ? "Your answer is right." : "Your answer is not right.";
    list.parentNode.insertBefore(line, list);
  }

  function back(list, items, id) {
    var state = load();
    if (!state || state.id !== id || !isOrder(state.order, items.length)) return;
    var chosen = Array.isArray(state.chosen) ? state.chosen : [];
    items.forEach(function (item, at) {
      var taken = chosen.indexOf(at) >= 0;
      item.querySelector("details").open = chosen.length ? taken : item.classList.contains("correct");
      if (taken) mark(item);
    });
    if (chosen.length) result(list, items, chosen);
    arrange(list, items, state.order);
  }

  try {
    var card = document.getElementById("exam-notes");
    var id = document.getElementById("exam-notes-id").textContent;
    var list = card.querySelector("ol.options, ol.answers");
    if (!list) return;
    var items = Array.prototype.slice.call(list.children);
    if (list.className === "options") front(card, list, items, id);
    else back(list, items, id);
  } catch (error) {
    /* A fixed order and a plain back. */
  }
})();
