(function () {
  "use strict";
  var table = document.querySelector("table.accounts");
  var body = table.tBodies[0];
  var form = document.querySelector("form.filter");
  var rows = [].slice.call(body.rows);
  var heads = rows.filter(function (row) { return row.className === "group"; });
  var lines = rows.filter(function (row) { return row.className !== "group"; });
  var status = form.querySelector("[role=status]");
  var search = form.querySelector("[type=search]");
  var boxes = [].slice.call(form.querySelectorAll("[type=checkbox]"));
  var names = lines.map(function (row) { return row.cells[0].textContent.toLowerCase(); });
  var grouped = true;

  function filter() {
    var wanted = search.value.trim().toLowerCase();
    var on = {}, left = {}, shown = 0;
    boxes.forEach(function (box) { on[box.value] = box.checked; });
    lines.forEach(function (row, at) {
      var group = row.getAttribute("data-g");
      var visible = on[group] && names[at].indexOf(wanted) >= 0;
      row.hidden = !visible;
      if (visible) { shown += 1; left[group] = true; }
    });
    heads.forEach(function (row) {
      row.hidden = !grouped || !left[row.getAttribute("data-g")];
    });
    status.textContent = status.getAttribute("data-of")
      .replace("%1", shown).replace("%2", lines.length);
  }

  function key(row, column) {
    if (column < 2) { return column ? Number(row.getAttribute("data-g")) : ""; }
    var cell = row.cells[column];
    var text = cell ? cell.getAttribute("data-v") : "";
    if (!text) { return null; }
    return isNaN(text) || column === 3 ? text : Number(text);
  }

  function sort(column, down) {
    grouped = column === 1;
    var keyed = lines.map(function (row, at) {
      return { row: row, at: at, name: names[at], key: key(row, column) };
    });
    keyed.sort(function (a, b) {
      var order = 0;
      if (a.key === null || b.key === null) {
        order = (a.key === null) - (b.key === null);
        if (order) { return order; }
      } else if (a.key !== b.key) {
        order = (a.key < b.key ? -1 : 1) * (down ? -1 : 1);
      }
      return order || a.name.localeCompare(b.name) * (down && !column ? -1 : 1) || a.at - b.at;
    });
    var all = document.createDocumentFragment(), last = null;
    if (!grouped) { heads.forEach(function (row) { all.appendChild(row); }); }
    keyed.forEach(function (item) {
      var group = item.row.getAttribute("data-g");
      if (grouped && group !== last) { all.appendChild(heads[last = group]); }
      all.appendChild(item.row);
    });
    body.appendChild(all);
    filter();
  }

  [].forEach.call(table.tHead.rows[0].cells, function (cell, column) {
    if (!cell.hasAttribute("data-k")) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = cell.textContent;
    cell.textContent = "";
    cell.appendChild(button);
    if (column === 1) { cell.setAttribute("aria-sort", "ascending"); }
    button.addEventListener("click", function () {
      var down = cell.getAttribute("aria-sort") === "ascending";
      [].forEach.call(cell.parentNode.cells, function (other) {
        other.removeAttribute("aria-sort");
      });
      cell.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down);
    });
  });
  [].forEach.call(document.querySelectorAll("a.more"), function (link) {
    link.addEventListener("click", function () {
      var head = document.getElementById(link.getAttribute("href").slice(1));
      search.value = "";
      boxes.forEach(function (box) {
        if (box.value === head.getAttribute("data-g")) { box.checked = true; }
      });
      if (grouped) { filter(); } else { table.querySelectorAll("thead button")[1].click(); }
    });
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", filter);
  form.hidden = false;
  table.classList.add("sortable");
  filter();
}());
