#include "ui/desktop/integrations/configuredialog.h"
#include "ui/desktop/integrations/connectionfields.h"
#include "ui/desktop/integrations/limitrow.h"
#include "ui/desktop/integrations/owntermstable.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/labels.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"
#include "ui/words/prices.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

enum PriceColumn { ModelColumn, InColumn, OutColumn, SourceColumn, DateColumn };

/// What a price field says; nothing for an empty one.
std::optional<Price> priceIn(const QTableWidget *table, int row, int column, bool *bad)
{
    const QTableWidgetItem *item = table->item(row, column);
    QString text = item ? item->text().trimmed() : QString();
    text.remove(u'$');
    text.replace(QLocale().decimalPoint(), u"."_s);
    text = text.trimmed();
    if (text.isEmpty())
        return {};
    const auto price = Price::perMillion(text);
    if (!price)
        *bad = true;
    return price;
}

QTableWidgetItem *fixedCell(const QString &text, Qt::Alignment alignment = Qt::AlignLeft)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(alignment | Qt::AlignVCenter);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

QTableWidgetItem *priceCell(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

QWidget *ConfigureDialog::makeModels()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const bool own = !service() || service()->baseUrl.isEmpty() || service()->local;
    auto *hint = new TextLabel(own ? tr("What your service charges, in dollars for a million "
                                        "tokens. Without a price the cost stays "
                                        "unknown, and no fee is taken.")
                                   : tr("Prices for a million tokens, from the list that came with "
                                        "Keyway. To use a price of your "
                                        "own, write over it."),
                               TextStyle::Body, Token::TextSecondary, page);
    hint->setWordWrap(true);
    column->addWidget(hint);
    m_prices = new QTableWidget(0, 5, page);
    m_prices->setAccessibleName(tr("Models and prices"));
    m_prices->setHorizontalHeaderLabels(
        {tr("Model"), tr("In"), tr("Out"), tr("Source"), tr("Since")});
    for (const int right : {int(InColumn), int(OutColumn)})
        m_prices->horizontalHeaderItem(right)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const int left : {int(ModelColumn), int(SourceColumn), int(DateColumn)})
        m_prices->horizontalHeaderItem(left)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_prices->verticalHeader()->hide();
    m_prices->horizontalHeader()->setHighlightSections(false);
    m_prices->horizontalHeader()->setSectionResizeMode(ModelColumn, QHeaderView::Stretch);
    m_prices->setShowGrid(false);
    m_prices->setWordWrap(false);
    m_prices->setTabKeyNavigation(false);
    m_prices->setMinimumHeight(130);
    m_prices->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // it scrolls itself
    column->addWidget(m_prices, 3);
    auto *title
        = new TextLabel(tr("Own prices and discounts"), TextStyle::Body, Token::TextPrimary, page);
    title->setWeight(QFont::DemiBold);
    column->addWidget(title);
    auto *terms = new TextLabel(tr("By a contract of your own, from day to day in UTC. A discount "
                                   "without a model is for all of them. What is recorded already "
                                   "stays as it is."),
                                TextStyle::Small, Token::TextMuted, page);
    terms->setWordWrap(true);
    column->addWidget(terms);
    m_ownTerms = new OwnTermsTable(m_before.terms, m_now.toUTC().date(), page);
    column->addWidget(m_ownTerms, 2);
    m_priceProblem
        = new TextLabel(tr("A price is a number of dollars with at most six decimals, such as "
                           "2.50, for both directions."),
                        TextStyle::Small, Token::DangerText, page);
    m_priceProblem->setWordWrap(true);
    m_priceProblem->hide();
    column->addWidget(m_priceProblem);
    fillPrices();
    connect(m_prices, &QTableWidget::itemChanged, this, &ConfigureDialog::adapt);
    connect(m_ownTerms, &OwnTermsTable::changed, this, &ConfigureDialog::adapt);
    return page;
}

void ConfigureDialog::fillPrices()
{
    const QDate day = m_now.toUTC().date();
    QStringList models;
    if (service()) {
        for (const Model &model : service()->models)
            models += model.id;
    }
    if (!m_before.model.isEmpty() && !models.contains(m_before.model))
        models.prepend(m_before.model);
    const OwnTerms &terms = m_before.terms;
    for (auto it = terms.prices.cbegin(); it != terms.prices.cend(); ++it) {
        if (!models.contains(it.key()))
            models += it.key();
    }
    const QSignalBlocker quiet(m_prices);
    m_prices->setRowCount(static_cast<int>(models.size()));
    for (int row = 0; row < models.size(); ++row) {
        const QString &id = models.at(row);
        const Model *facts = service() ? service()->model(id) : nullptr;
        const QList<DatedPrice> dated = terms.prices.value(id);
        const DatedPrice *const own = priceOn(dated, day);
        const DatedPrice *price = own ? own : facts ? facts->priceAt(day) : nullptr;
        const UnitPrices units
            = price && !price->tiers.isEmpty() ? price->tiers.first().prices : UnitPrices();
        const auto shown = [&](Counter counter) {
            return units.contains(counter) ? words::pricePerMillion(units.value(counter))
                                           : QString();
        };
        m_prices->setItem(row, ModelColumn, fixedCell(id));
        const bool byPiece = !units.isEmpty() && !units.contains(Counter::OutText);
        if (byPiece) {
            // Pictures and videos: by piece, by second, or by tokens that text has no part in.
            const QString pieces = words::piecePrices(units);
            m_prices->setItem(row, InColumn, fixedCell(shown(Counter::InUncached), Qt::AlignRight));
            m_prices->setItem(
                row, OutColumn,
                fixedCell(pieces.isEmpty() ? shown(Counter::OutImage) : pieces, Qt::AlignRight));
        } else {
            m_prices->setItem(row, InColumn, priceCell(shown(Counter::InUncached)));
            m_prices->setItem(row, OutColumn, priceCell(shown(Counter::OutText)));
        }
        m_prices->setItem(row, SourceColumn,
                          fixedCell(own         ? tr("your own")
                                        : price ? price->source
                                                : tr("price unknown")));
        m_prices->setItem(row, DateColumn,
                          fixedCell(price && price->from.isValid() ? words::dayAndMonth(price->from)
                                                                   : QString()));
        for (const int column : {int(InColumn), int(OutColumn)})
            m_prices->item(row, column)->setData(Qt::UserRole, m_prices->item(row, column)->text());
    }
    m_prices->resizeColumnsToContents();
    for (const int column : {int(InColumn), int(OutColumn)})
        m_prices->setColumnWidth(column, std::max(m_prices->columnWidth(column), 96));
    m_prices->setColumnWidth(SourceColumn,
                             std::clamp(m_prices->columnWidth(SourceColumn), 120, 260));
}

bool ConfigureDialog::readPrices(OwnTerms *terms) const
{
    bool good = true;
    if (const auto own = m_ownTerms->terms())
        *terms = *own;
    else
        good = false;
    for (int row = 0; row < m_prices->rowCount(); ++row) {
        const QTableWidgetItem *in = m_prices->item(row, InColumn);
        const QTableWidgetItem *out = m_prices->item(row, OutColumn);
        if (!in || !out || !(in->flags() & Qt::ItemIsEditable))
            continue;
        const bool same = in->text() == in->data(Qt::UserRole).toString()
            && out->text() == out->data(Qt::UserRole).toString();
        if (same)
            continue;
        const QString model = m_prices->item(row, ModelColumn)->text();
        bool bad = false;
        const auto priceOfIn = priceIn(m_prices, row, InColumn, &bad);
        const auto priceOfOut = priceIn(m_prices, row, OutColumn, &bad);
        if (!bad && !priceOfIn && !priceOfOut) {
            terms->prices.remove(model);
            continue;
        }
        if (bad || !priceOfIn || !priceOfOut) {
            good = false;
            continue;
        }
        DatedPrice own;
        own.from = m_now.toUTC().date();
        own.source = u"own"_s;
        own.version = u"own"_s;
        UnitPrices units{{Counter::OutText, *priceOfOut}};
        // Cached input without a price would make the cost unknown; it counts as other input.
        for (const Counter counter : {Counter::InUncached, Counter::InCacheRead,
                                      Counter::InCacheWriteA, Counter::InCacheWriteB})
            units.insert(counter, *priceOfIn);
        own.tiers = {{0, units}};
        terms->setPrice(model, own);
    }
    return good;
}

QWidget *ConfigureDialog::makeLimits()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    m_limitAgain = new LimitRow(m_today, page);
    m_limitAgain->setLimit(m_before.monthlyLimit, m_before.limitAction);
    m_limitAgain->setMaximumWidth(460);
    grid->addWidget(new TextLabel(tr("Monthly limit"), TextStyle::Body, Token::TextSecondary, page),
                    0, 0);
    grid->addWidget(m_limitAgain, 0, 1);
    m_warn = new QSpinBox(page);
    m_warn->setRange(1, 100);
    m_warn->setSuffix(tr("%", "percent sign behind a number"));
    m_warn->setValue(m_before.warnAtPercent);
    m_warn->setAccessibleName(tr("Warn at a share of the limit"));
    m_warn->setMaximumWidth(90);
    grid->addWidget(new TextLabel(tr("Warn at"), TextStyle::Body, Token::TextSecondary, page), 1,
                    0);
    grid->addWidget(m_warn, 1, 1, Qt::AlignLeft);
    auto *hint = new TextLabel(tr("The limit counts what %1 charges. The platform fee is counted "
                                  "separately.")
                                   .arg(m_summary.serviceName),
                               TextStyle::Small, Token::TextMuted, page);
    hint->setWordWrap(true);
    grid->addWidget(hint, 2, 1);
    grid->setRowStretch(3, 1);
    connect(m_limitAgain, &LimitRow::changed, this, [this] {
        if (m_limit->limit() != m_limitAgain->limit()
            || m_limit->action() != m_limitAgain->action())
            m_limit->setLimit(m_limitAgain->limit(), m_limitAgain->action());
    });
    connect(m_warn, &QSpinBox::valueChanged, this, &ConfigureDialog::adapt);
    return page;
}

QWidget *ConfigureDialog::makeAdvanced()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    m_baseUrl = new QLineEdit(m_before.baseUrl.toString(), page);
    m_baseUrl->setAccessibleName(tr("Base URL"));
    grid->addWidget(new TextLabel(tr("Base URL"), TextStyle::Body, Token::TextSecondary, page), 0,
                    0);
    grid->addWidget(m_baseUrl, 0, 1);
    m_urlProblem = new TextLabel({}, TextStyle::Small, Token::DangerText, page);
    m_urlProblem->setWordWrap(true);
    m_urlProblem->hide();
    grid->addWidget(m_urlProblem, 1, 1);
    m_wait = new QSpinBox(page);
    m_wait->setRange(5, 600);
    m_wait->setSuffix(tr(" s", "seconds"));
    m_wait->setValue(static_cast<int>(m_before.firstByteTimeout.count()));
    m_wait->setAccessibleName(tr("Wait at most, for the first word"));
    m_wait->setMaximumWidth(90);
    grid->addWidget(new TextLabel(tr("Wait at most"), TextStyle::Body, Token::TextSecondary, page),
                    2, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_wait);
    row->addWidget(
        new TextLabel(tr("for the first word"), TextStyle::Body, Token::TextSecondary, page));
    row->addStretch(1);
    grid->addLayout(row, 2, 1);
    makeAdminKey(grid, page);
    m_connection = new ConnectionFields(m_before.connection, page);
    connect(m_connection, &ConnectionFields::changed, this, &ConfigureDialog::adapt);
    grid->addWidget(m_connection, grid->rowCount(), 0, 1, 2);
    grid->setRowStretch(grid->rowCount(), 1);
    connect(m_baseUrl, &QLineEdit::textChanged, this, &ConfigureDialog::adapt);
    connect(m_wait, &QSpinBox::valueChanged, this, &ConfigureDialog::adapt);
    return page;
}

} // namespace keyway
