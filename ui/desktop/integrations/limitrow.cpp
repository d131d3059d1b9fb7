#include "limitrow.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/switch.h"
#include "ui/words/dates.h"
#include "ui/words/money.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace keyway {

LimitRow::LimitRow(const QDate &today, QWidget *parent, Qt::Orientation orientation)
    : QWidget(parent)
    , m_switch(new Switch(this))
    , m_amount(new QLineEdit(this))
    , m_word(new TextLabel(tr("then", "a limit of $10.00, then stop"), TextStyle::Body,
                           Token::TextSecondary, this))
    , m_then(new QComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3, 0, 3);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    column->addLayout(row);
    const bool vertical = orientation == Qt::Vertical;
    auto *thenRow = vertical ? new QHBoxLayout : row;
    if (vertical) {
        thenRow->setSpacing(8);
        column->addLayout(thenRow);
    }
    m_switch->setAccessibleName(tr("Monthly limit"));
    m_amount->setAccessibleName(tr("Amount of the monthly limit"));
    m_amount->setMaximumWidth(104);
    m_amount->setText(words::money(Money::fromCents(1000)));
    const QDate next = QDate(today.year(), today.month(), 1).addMonths(1);
    m_then->addItem(tr("stop until %1").arg(words::dayAndLongMonth(next)),
                    static_cast<int>(LimitAction::Stop));
    m_then->addItem(tr("ask first"), static_cast<int>(LimitAction::Ask));
    m_then->addItem(tr("only warn"), static_cast<int>(LimitAction::WarnOnly));
    m_then->addItem(tr("use cheaper ones"), static_cast<int>(LimitAction::FallBack));
    m_then->setAccessibleName(tr("When the limit is reached"));
    row->addWidget(m_switch);
    row->addWidget(m_amount);
    if (vertical)
        row->addStretch(1);
    thenRow->addWidget(m_word);
    thenRow->addWidget(m_then, 1);
    connect(m_switch, &QCheckBox::toggled, this, &LimitRow::adapt);
    connect(m_amount, &QLineEdit::textChanged, this, &LimitRow::adapt);
    connect(m_amount, &QLineEdit::editingFinished, this, [this] {
        if (const auto amount = words::parseMoney(m_amount->text()))
            m_amount->setText(words::money(*amount));
    });
    connect(m_then, &QComboBox::currentIndexChanged, this, &LimitRow::adapt);
    adapt();
}

void LimitRow::setLimit(const std::optional<Money> &limit, LimitAction action)
{
    if (limit)
        m_amount->setText(words::money(*limit));
    m_then->setCurrentIndex(m_then->findData(static_cast<int>(action)));
    m_switch->setChecked(limit.has_value());
    adapt();
}

std::optional<Money> LimitRow::limit() const
{
    return m_switch->isChecked() ? words::parseMoney(m_amount->text()) : std::nullopt;
}

LimitAction LimitRow::action() const
{
    return static_cast<LimitAction>(m_then->currentData().toInt());
}

bool LimitRow::isValid() const
{
    return !m_switch->isChecked() || words::parseMoney(m_amount->text());
}

void LimitRow::adapt()
{
    const bool on = m_switch->isChecked();
    m_amount->setEnabled(on);
    m_then->setEnabled(on);
    setErrorState(m_amount, !isValid());
    Q_EMIT changed();
}

} // namespace keyway
