#pragma once

#include "ui/desktop/studio/studiovalues.h"

#include <QtWidgets/QWidget>

class QGridLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace keyway {

class SegmentedControl;

/// The fields of a model beside its prompt: one row for each option that the catalogue names, how
/// many, and the seed. What was chosen stays where the next model offers it, too.
class OptionRows : public QWidget {
    Q_OBJECT
public:
    explicit OptionRows(int labelWidth, QWidget *parent = nullptr);

    /// Nothing: no model is known, and no row is shown.
    void setModel(const Model *model, RequestType type);
    QMap<QString, QString> values() const;
    void setValues(const QMap<QString, QString> &values);
    int count() const;
    void setCount(int count);
    std::optional<qint64> seed() const;
    void setSeed(std::optional<qint64> seed);
    /// The field of an option, "count" and "seed"; null where there is none.
    QWidget *field(const QString &option) const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeField(const QString &option, const QStringList &choices);
    void addRow(const QString &name, const QString &label, QWidget *field,
                QWidget *beside = nullptr);
    QWidget *makeCount(int most);
    void addSeed();

    int m_labelWidth;
    QGridLayout *m_grid;
    QString m_made; ///< what the rows were made for
    QMap<QString, QWidget *> m_fields;
    QMap<QString, QString> m_values; ///< chosen, whether a row shows it or not
    int m_count = 1;
    QString m_seed;
};

} // namespace keyway
