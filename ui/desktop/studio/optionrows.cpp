#include "optionrows.h"

#include "ui/desktop/studio/studioprice.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QtCore/QRandomGenerator>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace keyway {
namespace {

constexpr int Ring = 3; ///< room for the rings around buttons at the edge
constexpr int MostSegments = 4;
constexpr int RoomForSegments = 172;
/// Services take seeds up to 2^32 - 2, some less than 2^31.
constexpr quint32 HighestSeed = 2'147'483'646;

/// Options in the order of their rows.
const QStringList &orderOfRows()
{
    static const QStringList order{u"aspect_ratio"_s, u"size"_s,  u"duration"_s,
                                   u"resolution"_s,   u"sound"_s, u"quality"_s,
                                   u"background"_s,   u"format"_s};
    return order;
}

/// What decides about the price is always said, so that it is known before; the rest may be left to
/// the service.
bool isAlwaysSaid(const QString &option)
{
    return option == "aspect_ratio"_L1 || option == "duration"_L1 || option == "resolution"_L1
        || option == "sound"_L1;
}

} // namespace

OptionRows::OptionRows(int labelWidth, QWidget *parent)
    : QWidget(parent)
    , m_labelWidth(labelWidth)
    , m_grid(new QGridLayout(this))
{
    setAccessibleName(tr("Options"));
    m_grid->setContentsMargins(Ring, 0, Ring, Ring);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth + 6);
    m_grid->setColumnStretch(1, 1);
}

void OptionRows::setModel(const Model *model, RequestType type)
{
    QString signature;
    if (model) {
        signature
            = model->id + u'|' + nameOf(type) + u'|' + QString::number(mostAtOnce(model, type));
        for (const QString &option : orderOfRows())
            signature += u'|' + model->options.value(option).join(u',');
        signature += model->parameters.contains(u"seed"_s) ? u"|seed"_s : QString();
    }
    if (signature == m_made)
        return;
    m_made = signature;
    m_fields.clear();
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    if (!model)
        return;
    for (const QString &option : orderOfRows()) {
        const QStringList choices = model->options.value(option);
        if (choices.size() > 1 || (choices.size() == 1 && !isAlwaysSaid(option)))
            addRow(option, optionLabel(option), makeField(option, choices));
        else if (choices.size() == 1)
            m_values.insert(option, choices.first());
    }
    const int most = mostAtOnce(model, type);
    if (most > 1)
        addRow(u"count"_s, tr("How many"), makeCount(most));
    if (model->parameters.contains(u"seed"_s))
        addSeed();
}

void OptionRows::addRow(const QString &name, const QString &label, QWidget *field, QWidget *beside)
{
    const int row = int(m_fields.size());
    auto *text = new TextLabel(label, TextStyle::Body, Token::TextSecondary, this);
    text->setMinimumWidth(m_labelWidth);
    m_grid->addWidget(text, row, 0);
    const bool hasWidth = field->maximumWidth() < QWIDGETSIZE_MAX;
    m_grid->addWidget(field, row, 1, 1, beside ? 1 : 2, hasWidth ? Qt::AlignLeft : Qt::Alignment());
    if (beside) {
        m_grid->addWidget(beside, row, 2);
        beside->show();
    }
    text->setBuddy(field);
    field->setAccessibleName(label);
    m_fields.insert(name, field);
    text->show();
    field->show();
}

QWidget *OptionRows::makeField(const QString &option, const QStringList &choices)
{
    const QString before = m_values.value(option);
    if (isAlwaysSaid(option)) {
        // A square is the shape with which no model is at a loss.
        if (!choices.contains(before))
            m_values.insert(option, choices.contains(u"1:1"_s) ? u"1:1"_s : choices.first());
        if (choices.size() <= MostSegments) {
            auto *segments = new SegmentedControl(this);
            for (const QString &choice : choices)
                segments->addSegment(optionValue(option, choice));
            segments->setTight(true);
            if (segments->sizeHint().width() <= RoomForSegments) {
                segments->setCurrent(int(choices.indexOf(m_values.value(option))));
                connect(segments, &SegmentedControl::currentChanged, this,
                        [this, option, choices](int index) {
                            m_values.insert(option, choices.value(index));
                            Q_EMIT changed();
                        });
                return segments;
            }
            delete segments;
        }
    }
    auto *box = new QComboBox(this);
    // Where the service has a word for it, that is said.
    if (!isAlwaysSaid(option) && !choices.contains(u"auto"_s))
        box->addItem(tr("As usual"), QString());
    for (const QString &choice : choices)
        box->addItem(optionValue(option, choice), choice);
    box->setMinimumContentsLength(6);
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    box->setCurrentIndex(std::max(0, box->findData(m_values.value(option))));
    connect(box, &QComboBox::currentIndexChanged, this, [this, option, box] {
        m_values.insert(option, box->currentData().toString());
        Q_EMIT changed();
    });
    return box;
}

QWidget *OptionRows::makeCount(int most)
{
    auto *box = new QSpinBox(this);
    box->setRange(1, most);
    box->setValue(m_count);
    box->setFixedWidth(std::max(76, box->sizeHint().width()));
    connect(box, &QSpinBox::valueChanged, this, [this](int value) {
        m_count = value;
        Q_EMIT changed();
    });
    return box;
}

void OptionRows::addSeed()
{
    auto *edit = new QLineEdit(m_seed, this);
    edit->setPlaceholderText(tr("Random"));
    edit->setMinimumWidth(60);
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[0-9]{0,10}"_s), edit));
    auto *draw = iconButton(u"refresh"_s, tr("Draw a seed"), ButtonKind::Secondary, this);
    addRow(u"seed"_s, tr("Seed"), edit, draw);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_seed = text;
        Q_EMIT changed();
    });
    connect(draw, &QToolButton::clicked, edit, [edit] {
        edit->setText(QString::number(QRandomGenerator::global()->bounded(HighestSeed)));
    });
}

QMap<QString, QString> OptionRows::values() const
{
    return m_values;
}

void OptionRows::setValues(const QMap<QString, QString> &values)
{
    m_values = values;
    m_made.clear(); // the next setModel() shows them
}

int OptionRows::count() const
{
    const auto *box = qobject_cast<QSpinBox *>(m_fields.value(u"count"_s));
    return box ? box->value() : 1;
}

void OptionRows::setCount(int count)
{
    m_count = count;
    if (auto *box = qobject_cast<QSpinBox *>(m_fields.value(u"count"_s)))
        box->setValue(count);
}

std::optional<qint64> OptionRows::seed() const
{
    bool number = false;
    const qint64 seed = m_seed.toLongLong(&number);
    return number && m_fields.contains(u"seed"_s) ? std::optional(seed) : std::nullopt;
}

void OptionRows::setSeed(std::optional<qint64> seed)
{
    m_seed = seed ? QString::number(*seed) : QString();
    if (auto *edit = qobject_cast<QLineEdit *>(m_fields.value(u"seed"_s)))
        edit->setText(m_seed);
}

QWidget *OptionRows::field(const QString &option) const
{
    return m_fields.value(option);
}

} // namespace keyway
