#include "limitdialog.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"
#include "ui/words/limits.h"
#include "ui/words/money.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace keyway {

using guard::LimitPeriod;
using guard::LimitScope;
using guard::SpendingLimit;

LimitDialog::LimitDialog(const LimitsValue &value, const std::optional<SpendingLimit> &change,
                         QWidget *parent)
    : Dialog(parent)
    , m_grid(new QGridLayout)
    , m_scope(new QComboBox)
    , m_period(new QComboBox)
    , m_reached(new QComboBox)
    , m_amount(new QLineEdit)
    , m_warn(new QSpinBox)
    , m_meaning(new TextLabel({}, TextStyle::Small, Token::TextMuted))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(change ? tr("Change a limit") : tr("Add a limit"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(1, 1);
    column->addLayout(m_grid);
    column->addStretch(1);

    fillScopes(value);
    if (change && !m_scopes.contains(change->scope)) {
        m_scopes.append(change->scope);
        m_scope->addItem(value.nameOf(change->scope));
    }
    for (const LimitPeriod period :
         {LimitPeriod::Month, LimitPeriod::Week, LimitPeriod::Day, LimitPeriod::Request})
        m_period->addItem(words::periodWord(period), static_cast<int>(period));
    for (const LimitAction action :
         {LimitAction::Stop, LimitAction::Ask, LimitAction::FallBack, LimitAction::WarnOnly})
        m_reached->addItem(words::reachedWord(action), static_cast<int>(action));
    m_warn->setRange(1, 100);
    m_warn->setSuffix(tr("%", "percent sign behind a number"));
    addField(tr("For"), m_scope);
    addField(tr("Every"), m_period);
    addField(tr("Limit"), m_amount);
    addField(tr("When reached"), m_reached);
    m_meaning->setWordWrap(true);
    m_grid->addWidget(m_meaning, m_grid->rowCount(), 1);
    addField(tr("Warn at"), m_warn);
    setContent(content);

    SpendingLimit usual;
    usual.most = Money::fromCents(2000);
    suggest(change.value_or(usual));
    m_scope->setEnabled(!change);
    m_period->setEnabled(!change);

    QPushButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(change ? tr("Save") : tr("Add limit"), ButtonKind::Primary);
    setDefaultButton(m_go);
    connect(m_go, &QPushButton::clicked, this, [this] {
        Q_EMIT limitChosen(limit());
        accept();
    });
    connect(m_amount, &QLineEdit::textChanged, this, &LimitDialog::adapt);
    connect(m_reached, &QComboBox::currentIndexChanged, this, &LimitDialog::adapt);
    resizeForText({480, 330});
    m_amount->setFocus();
    m_amount->selectAll();
    adapt();
}

void LimitDialog::addField(const QString &label, QWidget *field)
{
    const int row = m_grid->rowCount();
    m_grid->addWidget(new TextLabel(label, TextStyle::Body, Token::TextSecondary), row, 0);
    m_grid->addWidget(field, row, 1);
    field->setAccessibleName(label);
}

void LimitDialog::fillScopes(const LimitsValue &value)
{
    m_scopes = {LimitScope{}};
    for (const RequestType type : {RequestType::Text, RequestType::Image, RequestType::Video})
        m_scopes.append({LimitScope::Kind::Type, nameOf(type)});
    for (const AppClass app : {AppClass::Window, AppClass::CommandLine})
        m_scopes.append({LimitScope::Kind::App, nameOf(app)});
    for (const LimitsValue::Subject &subject : value.subjects)
        m_scopes.append(subject.scope);
    for (const LimitScope &scope : std::as_const(m_scopes)) {
        const QString name = value.nameOf(scope);
        m_scope->addItem(scope.kind == LimitScope::Kind::Service
                             ? tr("%1, all its integrations", "a service").arg(name)
                             : name);
    }
}

void LimitDialog::suggest(const SpendingLimit &limit)
{
    m_scope->setCurrentIndex(
        static_cast<int>(std::max<qsizetype>(0, m_scopes.indexOf(limit.scope))));
    m_period->setCurrentIndex(m_period->findData(static_cast<int>(limit.period)));
    m_reached->setCurrentIndex(m_reached->findData(static_cast<int>(limit.reached)));
    m_amount->setText(words::money(limit.most));
    m_warn->setValue(limit.warnAtPercent);
}

SpendingLimit LimitDialog::limit() const
{
    SpendingLimit limit;
    limit.scope = m_scopes.value(m_scope->currentIndex());
    limit.period = static_cast<LimitPeriod>(m_period->currentData().toInt());
    limit.most = words::parsePrice(m_amount->text()).value_or(Money());
    limit.reached = static_cast<LimitAction>(m_reached->currentData().toInt());
    limit.warnAtPercent = m_warn->value();
    return limit;
}

void LimitDialog::adapt()
{
    m_meaning->setText(
        words::reachedMeaning(static_cast<LimitAction>(m_reached->currentData().toInt())));
    const bool readable = words::parsePrice(m_amount->text()).has_value();
    setErrorState(m_amount, !readable);
    m_go->setEnabled(readable);
}

} // namespace keyway
