#include "owntermstable.h"

#include "ui/theme/buttonkind.h"
#include "ui/words/money.h"
#include "ui/words/prices.h"

#include <QtCore/QLocale>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr std::array priceColumns{
    std::pair(OwnTermsTable::InColumn, Counter::InUncached),
    std::pair(OwnTermsTable::CachedColumn, Counter::InCacheRead),
    std::pair(OwnTermsTable::OutColumn, Counter::OutText),
    std::pair(OwnTermsTable::ImageColumn, Counter::Images),
    std::pair(OwnTermsTable::SecondColumn, Counter::VideoSeconds),
};

constexpr std::array cachedCounters{Counter::InCacheRead, Counter::InCacheWriteA,
                                    Counter::InCacheWriteB};

/// What a price says beyond the columns, such as for searches: it stays when a cell is changed.
/// Cached input follows the price of other input, and has a column of its own.
UnitPrices unshown(const DatedPrice &price)
{
    UnitPrices prices = price.pricesFor(0);
    for (const auto &[column, counter] : priceColumns)
        prices.remove(counter);
    for (const Counter counter : cachedCounters)
        prices.remove(counter);
    return prices;
}

Qt::Alignment alignmentOf(int column)
{
    const bool isNumber
        = column >= OwnTermsTable::InColumn && column <= OwnTermsTable::PercentColumn;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString dayText(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// A number as it was typed, in the form that core reads.
QString plainNumber(QString text)
{
    text.remove(u'$');
    text.remove(u'%');
    text.replace(QLocale().decimalPoint(), u"."_s);
    return text.trimmed();
}

QStringList cellsOf(const QString &model, const DatedPrice &price)
{
    QStringList cells(OwnTermsTable::ColumnCount);
    cells[OwnTermsTable::ModelColumn] = model;
    const UnitPrices prices = price.pricesFor(0);
    for (const auto &[column, counter] : priceColumns) {
        if (prices.contains(counter))
            cells[column] = isTokenCounter(counter) ? words::pricePerMillion(prices.value(counter))
                                                    : words::priceEach(prices.value(counter));
    }
    cells[OwnTermsTable::FromColumn] = dayText(price.from);
    if (price.to)
        cells[OwnTermsTable::ToColumn] = dayText(*price.to);
    return cells;
}

/// What stands in place of a model in a discount on all of them.
QString allModels()
{
    return OwnTermsTable::tr("all models");
}

QStringList cellsOf(const Discount &discount)
{
    QStringList cells(OwnTermsTable::ColumnCount);
    cells[OwnTermsTable::ModelColumn] = discount.model.isEmpty() ? allModels() : discount.model;
    cells[OwnTermsTable::PercentColumn] = words::percentOff(discount.pays);
    cells[OwnTermsTable::FromColumn] = dayText(discount.from);
    if (discount.to)
        cells[OwnTermsTable::ToColumn] = dayText(*discount.to);
    return cells;
}

} // namespace

OwnTermsTable::OwnTermsTable(const OwnTerms &terms, const QDate &today, QWidget *parent)
    : QWidget(parent)
    , m_today(today)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_add(new QPushButton(tr("Add a row"), this))
    , m_remove(new QPushButton(tr("Remove the row"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_table->setAccessibleName(tr("Own prices and discounts"));
    m_table->setHorizontalHeaderLabels({tr("Model"), tr("In"), tr("From cache"), tr("Out"),
                                        tr("Image"), tr("Second"), tr("% off"), tr("From"),
                                        tr("To")});
    for (int place = 0; place < ColumnCount; ++place)
        m_table->horizontalHeaderItem(place)->setTextAlignment(alignmentOf(place));
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(ModelColumn, QHeaderView::Stretch);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(100);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it scrolls itself
    column->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->setContentsMargins(3, 0, 3, 3); // for the rings of focus
    for (QPushButton *button : {m_add, m_remove}) {
        button->setAutoDefault(false);
        setCompact(button);
        row->addWidget(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    {
        const QSignalBlocker quiet(m_table);
        for (auto it = terms.prices.cbegin(); it != terms.prices.cend(); ++it) {
            for (const DatedPrice &price : *it)
                addLine({price, {}, cellsOf(it.key(), price)}, cellsOf(it.key(), price));
        }
        for (const Discount &discount : terms.discounts)
            addLine({{}, discount, cellsOf(discount)}, cellsOf(discount));
    }
    m_table->resizeColumnsToContents();
    connect(m_add, &QPushButton::clicked, this, &OwnTermsTable::addEmpty);
    connect(m_remove, &QPushButton::clicked, this, &OwnTermsTable::removeCurrent);
    connect(m_table, &QTableWidget::itemChanged, this, &OwnTermsTable::changed);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &OwnTermsTable::adapt);
    adapt();
}

void OwnTermsTable::adapt()
{
    m_remove->setEnabled(m_table->currentRow() >= 0);
}

void OwnTermsTable::addLine(const Line &line, const QStringList &cells)
{
    const int row = m_table->rowCount();
    m_lines.append(line);
    m_table->insertRow(row);
    for (int column = 0; column < ColumnCount; ++column) {
        auto *item = new QTableWidgetItem(cells.at(column));
        item->setTextAlignment(alignmentOf(column));
        m_table->setItem(row, column, item);
    }
}

void OwnTermsTable::addEmpty()
{
    {
        const QSignalBlocker quiet(m_table);
        QStringList cells(ColumnCount);
        cells[FromColumn] = dayText(m_today);
        addLine({}, cells);
    }
    m_table->setCurrentCell(m_table->rowCount() - 1, ModelColumn);
    m_table->setFocus(Qt::OtherFocusReason);
    Q_EMIT changed();
}

void OwnTermsTable::removeCurrent()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_lines.removeAt(row);
    m_table->removeRow(row);
    adapt();
    Q_EMIT changed();
}

QStringList OwnTermsTable::cells(int row) const
{
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts.append(m_table->item(row, column)->text().trimmed());
    return texts;
}

/// Adds what a row says to `terms`, or tells what is wrong with it.
QString OwnTermsTable::read(int row, OwnTerms *terms) const
{
    const QStringList texts = cells(row);
    const Line &line = m_lines.at(row);
    const bool isAll = texts.at(ModelColumn).compare(allModels(), Qt::CaseInsensitive) == 0;
    const QString model = isAll ? QString() : texts.at(ModelColumn);
    const bool hasPrice
        = std::any_of(priceColumns.begin(), priceColumns.end(),
                      [&texts](const auto &entry) { return !texts.at(entry.first).isEmpty(); });
    const bool hasDiscount = !texts.at(PercentColumn).isEmpty();
    if (texts == line.shown && !hasDiscount) {
        terms->setPrice(model, line.price);
        return {};
    }
    if (texts == line.shown) {
        terms->discounts.append(line.discount); // their order decides which is taken
        return {};
    }
    if (!hasPrice && !hasDiscount && model.isEmpty())
        return {}; // a row that nobody filled in yet
    const QDate from = QDate::fromString(texts.at(FromColumn), Qt::ISODate);
    const QString &last = texts.at(ToColumn);
    const QDate to = QDate::fromString(last, Qt::ISODate);
    if (!from.isValid() || (!last.isEmpty() && (!to.isValid() || to < from)))
        return tr("Days are written like 2026-11-22, and the last is not before the first.");
    const auto lastDay = last.isEmpty() ? std::nullopt : std::optional(to);
    if (hasPrice == hasDiscount)
        return tr("A row has either prices or a discount.");
    if (hasDiscount) {
        const auto pays = shareAfter(plainNumber(texts.at(PercentColumn)));
        if (!pays)
            return tr("A discount is a number of percent from 0 to 100, such as 15.");
        terms->setDiscount({from, lastDay, model, *pays});
        return {};
    }
    if (model.isEmpty())
        return tr("A price is for one model: name it.");
    if (texts.at(InColumn).isEmpty() != texts.at(OutColumn).isEmpty()
        || (texts.at(InColumn).isEmpty() && !texts.at(CachedColumn).isEmpty()))
        return tr("Tokens have a price in both directions.");
    UnitPrices prices = unshown(line.price);
    for (const auto &[column, counter] : priceColumns) {
        if (texts.at(column).isEmpty())
            continue;
        const QString number = plainNumber(texts.at(column));
        const auto price
            = isTokenCounter(counter) ? Price::perMillion(number) : Price::each(number);
        if (!price)
            return tr("A price is a number of dollars, such as 2.50: for a million tokens, an "
                      "image or a second.");
        prices.insert(counter, *price);
    }
    if (prices.contains(Counter::InUncached)) {
        // Cached input without a price would make the cost unknown; it counts as other input.
        const Price in = prices.value(Counter::InUncached);
        for (const Counter counter : cachedCounters) {
            if (!prices.contains(counter))
                prices.insert(counter, in);
        }
    }
    DatedPrice price;
    price.from = from;
    price.to = lastDay;
    price.source = ownPriceVersion;
    price.version = ownPriceVersion;
    price.tiers = {{0, prices}};
    terms->setPrice(model, price);
    return {};
}

std::optional<OwnTerms> OwnTermsTable::terms() const
{
    OwnTerms terms;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (!read(row, &terms).isEmpty())
            return std::nullopt;
    }
    return terms;
}

QString OwnTermsTable::problem() const
{
    OwnTerms terms;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (const QString problem = read(row, &terms); !problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace keyway
