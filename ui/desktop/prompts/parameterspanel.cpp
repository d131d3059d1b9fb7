#include "parameterspanel.h"

#include "ui/theme/buttonkind.h"
#include "ui/widgets/labels.h"

#include <QtCore/QLocale>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

namespace keyway {
namespace {
constexpr int UsualTenths = 10; ///< 1.0, the default of most services
constexpr int MostTenths = 20;
} // namespace

ParametersPanel::ParametersPanel(QWidget *parent)
    : QWidget(parent)
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_temperatureRow(new QWidget(this))
    , m_temperature(new QSlider(Qt::Horizontal, this))
    , m_temperatureText(new TextLabel({}, TextStyle::Body, Token::TextPrimary, this))
    , m_most(new QSpinBox(this))
    , m_instructions(new QPlainTextEdit(this))
{
    setAccessibleName(tr("Parameters"));
    setKind(m_reset, ButtonKind::Link);
    m_reset->setAccessibleName(tr("Reset the parameters"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    auto *title = new TextLabel(tr("Parameters"), TextStyle::Body, Token::TextPrimary, this);
    title->setWeight(QFont::DemiBold);
    head->addWidget(title, 1);
    head->addWidget(m_reset);
    column->addLayout(head);
    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *made = new TextLabel(text, TextStyle::Body, Token::TextSecondary, this);
        made->setBuddy(buddy);
        buddy->setAccessibleName(text);
        return made;
    };
    auto *temperature = new QHBoxLayout(m_temperatureRow);
    temperature->setContentsMargins(0, 0, 0, 0);
    temperature->setSpacing(8);
    temperature->addWidget(label(tr("Temperature"), m_temperature));
    temperature->addWidget(m_temperature, 1);
    m_temperatureText->setMinimumWidth(26);
    m_temperatureText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    temperature->addWidget(m_temperatureText);
    m_temperature->setRange(0, MostTenths);
    m_temperature->setValue(UsualTenths);
    column->addWidget(m_temperatureRow);
    auto *most = new QHBoxLayout;
    most->setSpacing(8);
    most->addWidget(label(tr("At most"), m_most));
    most->addWidget(m_most, 1);
    most->addWidget(new TextLabel(tr("tokens"), TextStyle::Small, Token::TextMuted, this));
    column->addLayout(most);
    m_most->setRange(0, 1'000'000);
    m_most->setSingleStep(100);
    m_most->setGroupSeparatorShown(true);
    m_most->setSpecialValueText(tr("as usual"));
    m_most->setAccessibleName(tr("At most, tokens"));
    column->addWidget(label(tr("Instructions"), m_instructions));
    m_instructions->setPlaceholderText(tr("How to answer, for example: plain British English"));
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight(74);
    column->addWidget(m_instructions);
    connect(m_temperature, &QSlider::valueChanged, this, [this] {
        m_temperatureSet = true;
        adapt();
        Q_EMIT changed();
    });
    connect(m_most, &QSpinBox::valueChanged, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_instructions, &QPlainTextEdit::textChanged, this, [this] {
        adapt();
        Q_EMIT changed();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setDraft({});
        Q_EMIT changed();
    });
    adapt();
}

void ParametersPanel::setTakesTemperature(bool takes)
{
    m_temperatureRow->setVisible(takes);
}

std::optional<int> ParametersPanel::temperature() const
{
    if (!m_temperatureSet || m_temperatureRow->isHidden())
        return {};
    return m_temperature->value();
}

std::optional<qint64> ParametersPanel::maxTokens() const
{
    if (m_most->value() == 0)
        return {};
    return m_most->value();
}

QString ParametersPanel::instructions() const
{
    return m_instructions->toPlainText().trimmed();
}

void ParametersPanel::setDraft(const PromptDraft &draft)
{
    const QSignalBlocker quiet(this);
    m_temperature->setValue(draft.temperature.value_or(UsualTenths));
    m_temperatureSet = draft.temperature.has_value();
    m_most->setValue(int(draft.maxTokens.value_or(0)));
    if (m_instructions->toPlainText() != draft.instructions)
        m_instructions->setPlainText(draft.instructions);
    adapt();
}

void ParametersPanel::adapt()
{
    const QLocale locale;
    m_temperatureText->setText(locale.toString(m_temperature->value() / 10) + locale.decimalPoint()
                               + locale.toString(m_temperature->value() % 10));
    m_reset->setEnabled(m_temperatureSet || m_most->value() > 0
                        || !m_instructions->toPlainText().isEmpty());
}

} // namespace keyway
