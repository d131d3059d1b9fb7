#include "ratedialog.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace keyway {

using guard::LimitScope;
using guard::Rate;
using guard::RateRule;

namespace {

constexpr int most = 1'000'000;

QSpinBox *numberField(int least, const QString &name)
{
    auto *field = new QSpinBox;
    field->setRange(least, most);
    field->setGroupSeparatorShown(true);
    field->setAccessibleName(name);
    return field;
}

} // namespace

RateDialog::RateDialog(const LimitsValue &value, const std::optional<RateRule> &change,
                       QWidget *parent)
    : Dialog(parent)
    , m_scope(new QComboBox)
    , m_per(new QComboBox)
    , m_requests(numberField(0, tr("Requests")))
    , m_burst(numberField(1, tr("In a burst")))
    , m_atOnce(numberField(0, tr("At once")))
{
    using namespace std::chrono_literals;
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(change ? tr("Change a speed limit") : tr("Add a speed limit"));
    m_scopes = {LimitScope{}};
    for (const AppClass app : {AppClass::Window, AppClass::CommandLine})
        m_scopes.append({LimitScope::Kind::App, nameOf(app)});
    for (const LimitsValue::Subject &subject : value.subjects) {
        if (subject.scope.kind == LimitScope::Kind::Integration)
            m_scopes.append(subject.scope);
    }
    if (change && !m_scopes.contains(scopeOf(*change)))
        m_scopes.append(scopeOf(*change));
    for (const LimitScope &scope : std::as_const(m_scopes))
        m_scope->addItem(value.nameOf(scope));
    m_scope->setAccessibleName(tr("For"));
    m_scope->setEnabled(!change);
    const std::pair<QString, std::chrono::milliseconds> periods[]
        = {{tr("a second"), 1s}, {tr("a minute"), 1min}, {tr("an hour"), 1h}, {tr("a day"), 24h}};
    for (const auto &[name, per] : periods)
        m_per->addItem(name, qint64(per.count()));
    m_per->setAccessibleName(tr("In what time"));
    m_requests->setSpecialValueText(tr("any number"));
    m_atOnce->setSpecialValueText(tr("any number"));

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    const auto addRow = [grid](const QString &label, auto *field) {
        const int row = grid->rowCount();
        grid->addWidget(new TextLabel(label, TextStyle::Body, Token::TextSecondary), row, 0);
        if constexpr (std::is_base_of_v<QLayout, std::remove_pointer_t<decltype(field)>>)
            grid->addLayout(field, row, 1);
        else
            grid->addWidget(field, row, 1);
    };
    auto *often = new QHBoxLayout;
    often->setSpacing(8);
    often->addWidget(m_requests, 1);
    often->addWidget(m_per, 1);
    addRow(tr("For"), m_scope);
    addRow(tr("Requests"), often);
    addRow(tr("In a burst"), m_burst);
    addRow(tr("At once"), m_atOnce);
    auto *meaning = new TextLabel(tr("They come evenly, and as many as in a burst right after a "
                                     "pause. Keyway waits its turn, "
                                     "or asks another service where that would take long."),
                                  TextStyle::Small, Token::TextMuted);
    meaning->setWordWrap(true);
    grid->addWidget(meaning, grid->rowCount(), 1);
    column->addLayout(grid);
    column->addStretch(1);
    setContent(content);

    RateRule usual;
    usual.rate = Rate{60, 1min, 10};
    suggest(change.value_or(usual));
    QPushButton *cancel = addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_go = addButton(change ? tr("Save") : tr("Add speed limit"), ButtonKind::Primary);
    setDefaultButton(m_go);
    connect(m_go, &QPushButton::clicked, this, [this] {
        Q_EMIT ruleChosen(rule());
        accept();
    });
    connect(m_requests, &QSpinBox::valueChanged, this, &RateDialog::adapt);
    connect(m_atOnce, &QSpinBox::valueChanged, this, &RateDialog::adapt);
    resizeForText({480, 300});
    m_requests->setFocus();
    m_requests->selectAll();
    adapt();
}

void RateDialog::suggest(const RateRule &rule)
{
    m_scope->setCurrentIndex(
        static_cast<int>(std::max<qsizetype>(0, m_scopes.indexOf(scopeOf(rule)))));
    m_requests->setValue(rule.rate ? rule.rate->requests : 0);
    const Rate rate = rule.rate.value_or(Rate{0, std::chrono::minutes(1), 10});
    const qint64 per = rate.per.count();
    if (m_per->findData(per) < 0)
        m_per->addItem(tr("in %n second(s)", nullptr, static_cast<int>(per / 1000)), per);
    m_per->setCurrentIndex(m_per->findData(per));
    m_burst->setValue(rate.burst);
    m_atOnce->setValue(rule.atOnce);
}

RateRule RateDialog::rule() const
{
    RateRule rule = rateRuleFor(m_scopes.value(m_scope->currentIndex()));
    if (m_requests->value() > 0)
        rule.rate
            = Rate{m_requests->value(),
                   std::chrono::milliseconds(m_per->currentData().toLongLong()), m_burst->value()};
    rule.atOnce = m_atOnce->value();
    return rule;
}

void RateDialog::adapt()
{
    const bool often = m_requests->value() > 0;
    m_per->setEnabled(often);
    m_burst->setEnabled(often);
    m_go->setEnabled(often || m_atOnce->value() > 0);
}

} // namespace keyway
